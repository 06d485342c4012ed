"""Pictures of the page for the documents."""
