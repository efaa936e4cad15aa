# SPDX-License-Identifier: MIT
# The page of a dossier, its notes and facts, and who may see it.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get $D
status 200
has '<title>C-2026-10000061 Broken &lt;ankle&gt;'
has 'aria-current="step"'
has 'Mia Berger'
has 'href="/people/P-20000001"'
has 'Nothing is planned yet.'

get $D/note
status 200
post $D/note text='She called <b>twice</b>.'
status 303
has "Location: $D"
get $D
has 'She called &lt;b&gt;twice&lt;/b&gt;.'
post $D/note text=
status 422
has 'aria-invalid="true"'

get $D/change
status 200
has 'name="f.subject"'
post $D/change title='Broken ankle' f.subject=service why='typing mistake'
status 303
get $D
has 'Broken ankle'
has 'Service'
post $D/change title= f.subject=service
status 422
# a stale save shows both texts, and loses neither
post $D/change version=1 was= title='My other title' f.subject=billing
status 409
has 'Somebody else saved this meanwhile'
has 'My other title'
has '<span class="pre">Billing</span>'
has '>Broken ankle<'
get $D
has '>Broken ankle<'

# who may only read is offered no act, and refused when trying
as zoe
get $D
status 200
hasnt 'Add a note'
get $D/note
status 403
# absent and hidden are the same page
as tom
get $D
status 404
get /dossiers/C-2026-99999999
status 404
as ben
get /dossiers/C-2026-10000087
status 404

# who else is here
later 600
as mia
get $D
hasnt 'is here, too'
as ben
get $D
has 'Mia Berger is here, too'
get $D/change
has 'Mia Berger is here, too'
later 10
as mia
get $D/documents
has 'Ben '
has 'is here, too'
as zoe
get $D
has 'are here, too'
later 200
get $D
hasnt 'here, too'
