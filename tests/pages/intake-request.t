# SPDX-License-Identifier: MIT
# /intake/{number}: read a request, then accept, solve or decline it.
. "$(dirname "$0")/harness.sh"
one=C-2026-10000079

as ben
get /intake/$one
status 200
hasnt 'Decline and close'
as nobody
get /intake/$one
status 401
as tom
get /intake/$one
status 404
as sue
get /intake/C-2026-10000087
status 404
get /intake/C-2026-00000000
status 404
get /intake/$one
status 200
has 'Decline and close'
has 'value="complaint/north"'

post /intake/$one/decline 'reason=Not ours' alternatives=
status 422
has 'Not ours'
has 'href="#alternatives"'
post /intake/$one/solve result=
status 422
post /intake/$one/accept 'title=Better title' place=complaint/nowhere
status 422
has 'value="Better title"'
post /intake/$one/accept 'title=Better title' place=complaint/north lead=ada
status 422
has 'href="#lead"'
post /intake/$one/accept 'title=Better title' place=complaint/north lead=mia
status 303
follow
has "$one is accepted and in the hands of"
is 'the lead is mia' "$(sql "SELECT s.login FROM dossier d
    JOIN staff s ON s.person = d.lead WHERE d.number = '$one'")" mia
get /intake/$one
has 'Accepted'
hasnt 'Decline and close'

as ben
form_page='/intake/new?type=complaint&who=unknown'
printf '%%PDF-1.4 scan' > "$work/scan.pdf"
called='../../苦情.pdf' post /intake/new f.subject=other medium=letter 'title=To solve' \
    files=@"$work/scan.pdf"
two=$(location | sed 's|.*/||')
get /intake/$two
has '苦情.pdf'
hasnt '../../'
page=$(grep -o "/intake/$two/documents/[0-9]*" "$reply" | head -n 1)
get "$page"
status 200
has '%PDF-1.4 scan'
has 'Content-Disposition: attachment'
get /intake/$two/documents/99
status 404
as tom
get "$page"
status 404

as sue
unset form_page
form_of /intake/$two
hidden /intake/$two/decline > "$work/late"
post /intake/$two/solve 'result=Told how to reset it'
status 303
# screened twice: what the second one wrote is still to be read
cp "$work/late" "$work/fields"
send /intake/$two/decline 'reason=A long reason' 'alternatives=Two of them'
status 409
has 'A long reason'
has 'Two of them'
is 'solved and closed' "$(sql "SELECT verdict || ' ' || status FROM dossier
    WHERE number = '$two'")" 'solved closed'

as ben
form_page='/intake/new?type=complaint&who=unknown'
post /intake/new f.subject=other medium=web 'title=To decline'
three=$(location | sed 's|.*/||')
unset form_page
as sue
post /intake/$three/decline 'reason=Not ours' 'alternatives=The ombudsman'
status 303
is 'declined and closed' "$(sql "SELECT verdict || ' ' || status
    FROM dossier WHERE number = '$three'")" 'declined closed'
as ben
get /intake/$three
post /intake/$three/accept 'title=x' place=complaint/north
status 403
