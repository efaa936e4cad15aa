# SPDX-License-Identifier: MIT
# Cases that belong together: linked, shown on both sides, hidden, ended.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061
E=/dossiers/C-2026-10000102
R=/dossiers/C-2026-10000087	# restricted: mia alone

as mia
get "$D/links"
status 200
has 'No other case is linked.'
get "$D/links?find=C-2026-10000102"
has 'Noise at night'
get "$D/links?find=C-2026-10000102"
has 'id="other-C-2026-10000102" checked'
form_page="$D/links?find=C-2026-10000102" post $D/links find=C-2026-10000102 other=C-2026-10000102 kind=part note='The same house.'
status 303
follow
has 'The cases are linked.'
has 'Part of'
has 'The same house.'
has 'action="/undo/A-'
get $E
has 'Has the part'
has 'Broken &lt;ankle&gt; &amp; more'
has 'Linked: Has the part C-2026-10000061'
form_page="$D/links?find=C-2026-10000102" post $D/links find=C-2026-10000102 other=C-2026-10000102 kind=follows
status 303
get $E
has 'Has the part · Led to'
form_page=$E post "/undo/$(sql "SELECT number FROM act ORDER BY id" |
    tail -n 1)"
status 303
form_page="$D/links?find=C-2026-10000102" post $D/links find=C-2026-10000102 other=C-2026-10000102 kind=part
status 422
has 'linked in this way already'
form_page="$D/links?find=C-2026-10000102" post $D/links find=C-2026-10000102 other=C-2026-10000061 kind=part
status 422
has 'This is the case itself'
form_page="$D/links?find=C-2026-10000102" post $D/links find=C-2026-10000102 other=C-2026-99999999 kind=part
status 422
has 'There is no such case, or it is not for you.'
form_page="$D/links?find=C-2026-10000102" post $D/links find=C-2026-10000102 other=C-2026-10000102 kind=merged
status 422

# a link to what one may not see does not exist, nor does its entry
form_page="$D/links?find=C-2026-10000087" post $D/links find=C-2026-10000087 other=C-2026-10000087 kind=related
status 303
get $D
has 'Complaint about a colleague'
has 'Linked: Related to C-2026-10000087'
as ben
get $D
has 'Part of'
hasnt 'colleague'
hasnt '10000087'
hasnt 'Related to'
get $D/history
has 'Linked: Part of'
hasnt 'Related to'
get $D/history.csv
hasnt '10000087'
get "$D/links"
hasnt 'colleague'
form_page="$D/links?find=C-2026-10000102" post $D/links find=C-2026-10000102 other=C-2026-10000087 kind=related
status 422

# ended on one side, gone on both; undone, there again
as mia
no=$(sql "SELECT no FROM dossier_link WHERE kind = 'part'" | tail -n 1 | tr -dc 0-9)
get "$D/links/$no/end"
status 200
has 'Noise at night'
post "$D/links/$no/end" why='It was another house.'
status 303
follow
act=$(grep -oE '/undo/A-[0-9]+' "$reply" | head -n 1)
get $E
hasnt 'id="links-head"'
has 'Link ended: Has the part'
get "$D/links/$no/end"
status 404
form_page=$D post "$act"
status 303
get $E
has 'id="links-head"'
has 'Undone: Link ended: Has the part'
get "$D/links/99/end"
status 404
as eve
get "$D/links"
status 403
