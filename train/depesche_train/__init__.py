"""Trains the German and English syntax models of Depesche and exports them to one binary file each."""
