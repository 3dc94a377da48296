"""Statements of one proposition, whatever the wording: cut into propositions, compared in pairs, joined into claims."""
