"""What is answered for a person whom ICE holds and nothing was asked for yet: where most results of tests begin."""

HELD = {
    "emergency": "false",
    "removal_imminent": "false",
    "custody": "ice_detention",
    "known_to_ice": "in_proceedings",
    "local_request": "none",
    "role": "family_or_friend",
}
