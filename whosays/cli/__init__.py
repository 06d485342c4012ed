"""The command `whosays`: where the rooms are put together, one module a verb."""
