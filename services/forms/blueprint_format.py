"""The shape of blueprints; its number grows with every change, so that no old one is used."""

FORMAT = 1
