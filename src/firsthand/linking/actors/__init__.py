"""Actors across articles: which actors of the articles are one."""

from firsthand.linking.actors.forms import ActorForm, make_forms
from firsthand.linking.actors.joining import JoinedActor, NearActor, join_actors

__all__ = ["ActorForm", "JoinedActor", "NearActor", "join_actors", "make_forms"]
