"""Entities of FollowTheMoney, by their schemata."""
