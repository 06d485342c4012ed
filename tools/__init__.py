"""What the build needs and the installed package does not."""
