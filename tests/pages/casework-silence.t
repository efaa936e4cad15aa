# SPDX-License-Identifier: MIT
# A case falls silent, says so, rises, and is heard of again.
. "$(dirname "$0")/../nobody.sh"
. "$top_srcdir/tests/pages/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get $D/note
status 200
has 'Contact with the requester'
post $D/note text='They asked how it stands.' contact=phone
status 303
follow
has 'Contact: Phone'
has 'Agreed: every 10 working days at least.'
has 'Last contact: '
hasnt 'No contact for'
get '/dossiers?silent=1'
hasnt C-2026-10000061
later 1382400	# 16 days
as mia
get $D
has 'No contact for 16 days, agreed: 10 working days'
has 'Write down a contact'
get /
has 'No contact for 16 days'
has '/dossiers?owner=me&amp;silent=1'
get '/dossiers?owner=me&silent=1'
has C-2026-10000061
has 'No contact for 16 days'
has 'Remove Last contact'
get '/dossiers?status=active'
has 'No contact for 16 days'
DOSSIER_NOW=$clock "$top_builddir/dossier-clock" \
    --conf "$work/dossier.conf" --job deadlines 2>> "$work/log"
as mia
get /notices
has 'A case of yours fell silent'
get $D/history
has 'Silent: no contact for 16 days, agreed: 10 working days'
post $D/note text='I called them.' contact=phone
status 303
get $D
hasnt 'No contact for'
get '/dossiers?silent=1'
hasnt C-2026-10000061

# who reads sees it, and is offered nothing
later 1728000
as zoe
get $D
has 'No contact for 20 days'
hasnt 'Write down a contact'
as tom
get '/dossiers?silent=1'
hasnt C-2026-10000061
