"""Whom the speakers of a story speak for: a spokeswoman and her ministry repeat one position."""

from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.posts import find_posts
from firsthand.linking.origins.voices import speaks_for


def find_bodies(ground: Ground) -> dict[str, str]:
    """Speaker → the body that it speaks for, as the articles introduce it; speakers for nobody else are not in it.

    Of several bodies the one that speaks first: never by their ids, which depend on what was linked before.
    """
    actors = ground.material.actors
    speakers = [id for id in ground.speech_by_name if id in actors]
    bodies = [id for id in speakers if id not in ground.persons and not ground.is_outlet(id)]
    found: dict[str, str] = {}
    for id in speakers:
        if id not in bodies and find_posts(id, ground):
            fitting = (body for body in bodies if speaks_for(actors[id], actors[body], ground))
            body = next(fitting, None)
            if body:
                found[id] = body
    return found
