"""The site: what stands on its pages, how they look, and what goes to a browser with them."""
