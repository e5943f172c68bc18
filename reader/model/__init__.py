"""Frozen values that every stage passes on. Standard library only; nothing here draws, opens or computes much."""
