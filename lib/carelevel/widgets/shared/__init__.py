"""What all faces and pages are made of: scripts, stylesheets, and how these are read."""
