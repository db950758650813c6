"""What is looked at again from time to time: ICE's page, the facts, and the copies that others run. Changes no page."""
