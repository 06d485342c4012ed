"""Scorers: gold and predicted rows of one data set in, measures out. Standard library only.

Gold is a sequence of rows (one article, document or report each), predictions are the rows of
`whosays read` by id; a gold row without a prediction counts as predicted empty. All spans are
`[start, end)` in code points of the gold row's text.
"""
