# SPDX-License-Identifier: MIT
# Restriction and grants; only who manages the dossier decides.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get $D/access
status 200
get $D/access/grant
status 200
has 'Tom Rossi'
# who has no role on content could not even open it
for who in 6:Ada 7:Eve; do
	hasnt "${who#*:}"
	post $D/access/grant person=P-1000000${who%:*} level=read until= why=x
	status 422
	get $D/access/grant
done
is 'nothing given' "$(sql 'SELECT count(*) FROM viewer_grant
    WHERE viewer > 5')" 0
post $D/access/grant person=P-10000004 level=read until=2001-01-01 why=x
status 422
post $D/access/grant person=P-10000004 level=read until= why='He knows the house.'
status 303
as tom
get $D
status 200
get $D/note
status 403
as mia
get $D/access/restrict
status 200
post $D/access/restrict restricted=yes why=
status 422
post $D/access/restrict restricted=yes why='A colleague is meant.'
status 303
as ben
get $D
status 404
get /dossiers
hasnt 'C-2026-10000061'
as mia
get $D/access/P-10000004/revoke
status 200
post $D/access/P-10000004/revoke why='Done.'
status 303
as tom
get $D
status 404
as mia
post $D/access/restrict restricted=no why='Cleared.'
status 303
as ben
get $D
status 200
get $D/access
status 403
get $D/access/grant
status 403
get $D/access/restrict
status 403
get $D/access/P-10000001/revoke
status 403
