"""What goes into a release as it stands, for any Python from 3.9 on, and without anything of this project."""
