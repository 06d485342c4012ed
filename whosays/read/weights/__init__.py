"""The trained network and its vocabulary; MODEL_CARD.md says what they are made of."""
