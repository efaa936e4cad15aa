# SPDX-License-Identifier: MIT
# Labels: a vocabulary for everybody, put on and taken off, found, renamed.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as ben
get /dossiers/labels
status 200
has 'There are no labels yet.'
hasnt 'Make the label'
get $D/labels
has 'There are no labels yet.'
as mia
post /dossiers/labels name='  Flood   2026 '
status 303
at=$(location)
is 'back on the list' "$at" /dossiers/labels
follow
has 'The label “Flood 2026” was made.'
has 'Everybody on the staff can read these names'
post /dossiers/labels name='FLOOD 2026'
status 422
has 'There is a label “Flood 2026” already.'
post /dossiers/labels name='洪水'
status 303
post /dossiers/labels name='Press <now>'
status 303
get /dossiers/labels
has 'Press &lt;now&gt;'

# on a case, by whoever works on it
as ben
get $D/labels
has 'value="flood-2026"'
post $D/labels label=flood-2026 label=press-now why='The dam broke.'
status 303
follow
has 'The labels were changed.'
has 'href="/dossiers?label=flood-2026"'
has 'Label “Flood 2026” put on'
has 'The dam broke.'
post $D/labels label=flood-2026 label=press-now
follow
has 'No label was changed.'
get /dossiers?label=flood-2026
has '1 case'
has 'Label: <b>Flood 2026</b>'
has 'C-2026-10000061'
get '/find?text=flood'
is 'found by its label' "$(location)" ''
has 'C-2026-10000061'
# only what this person changed
form_of $D/labels
hidden $D/labels > "$work/fields"
sql_write "DELETE FROM dossier_label WHERE label = (SELECT id FROM label
    WHERE code = 'press-now')" > /dev/null
send $D/labels was=flood-2026 label=flood-2026
follow
has 'No label was changed.'
post $D/labels was=flood-2026
status 303
follow
has 'Label “Flood 2026” taken off'
get '/find?text=flood'
hasnt 'C-2026-10000061'

# no way in for who may not see the case, or only read it
as tom
get $D/labels
status 404
get /dossiers/labels
has 'Flood 2026'
as zoe
get $D/labels
status 403

# renamed and merged; the history keeps the old word
as ben
post $D/labels label=flood-2026
as mia
get /dossiers/labels/flood-2026
status 200
post /dossiers/labels/flood-2026/rename name='High water'
status 303
follow
has 'is now called “High water”'
get '/find?text=water'
has 'C-2026-10000061'
post /dossiers/labels/flood-2026/rename name='press <NOW>'
status 422
has 'already'
post /dossiers/labels/flood-2026/merge into=flood-2026
status 422
post /dossiers/labels/flood-2026/merge into=gone
status 422
post /dossiers/labels/flood-2026/merge into=press-now
status 303
follow
has 'What carried “High water” carries “Press &lt;now&gt;” now.'
get $D
has 'href="/dossiers?label=press-now"'
has 'Label “Flood 2026” put on'
get /dossiers?label=flood-2026
has 'No case fits these filters.'
has 'Label: <b>flood-2026</b>'
get /dossiers/labels/flood-2026
status 404
get /dossiers/labels/press-now
status 200
is 'events of the vocabulary' \
    "$(sql "SELECT kind FROM event WHERE topic = 'settings' ORDER BY seq" |
    tr '\n' ' ')" \
    'label.made label.made label.made label.renamed label.merged '
as ben
get /dossiers/labels/press-now
status 403
