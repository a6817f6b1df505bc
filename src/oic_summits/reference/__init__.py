"""Dated vocabularies: states, organisations, offices, terms of office and the roster of summits, with typed look-up.

Nothing is read before it is asked for; each table is read once and indexed in linear time.
"""

from oic_summits.reference.fold import fold
from oic_summits.reference.names import name_key, without_particles
from oic_summits.reference.offices import canonical_office, same_office
from oic_summits.reference.organisations import (
    FormerName,
    OrganisationForm,
    find_organisation,
    former_names,
    organisation,
    organisation_forms,
    organisation_state,
    organisations,
)
from oic_summits.reference.roster import roster, roster_candidates, roster_titles
from oic_summits.reference.states import (
    City,
    StateForm,
    cities,
    city_state,
    find_city,
    find_state,
    same_city,
    state,
    state_forms,
    states,
)
from oic_summits.reference.terms import (
    PersonForm,
    holders,
    person_forms,
    persons,
    terms,
    terms_of,
)

__all__ = [
    "City",
    "FormerName",
    "OrganisationForm",
    "PersonForm",
    "StateForm",
    "canonical_office",
    "cities",
    "city_state",
    "find_city",
    "find_organisation",
    "find_state",
    "fold",
    "former_names",
    "holders",
    "name_key",
    "organisation",
    "organisation_forms",
    "organisation_state",
    "organisations",
    "person_forms",
    "persons",
    "roster",
    "roster_candidates",
    "roster_titles",
    "same_city",
    "same_office",
    "state",
    "state_forms",
    "states",
    "terms",
    "terms_of",
    "without_particles",
]
