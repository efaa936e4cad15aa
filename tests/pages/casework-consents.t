# SPDX-License-Identifier: MIT
# Consents: taken, printed, signed, refused, taken back; and that nothing is
# shared without one, nor seen once it is over.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# nobody is asked where the type does not say so
as mia
get $D/consents
status 404
post $D/shares/new name=Anna purpose=Opinion until=2026-12-08 part.stage=1
status 200
sql_write "UPDATE type SET source = replace(source, '</rhythm>',
    '</rhythm><consent treating=\"expert\" payers=\"respondent\"/>')" \
    > /dev/null
get $D
has "$D/consents"
get $D/consents
status 200
has 'No consent was taken yet.'
printf 'signed' > "$work/signed.txt"
post $D/documents files=@"$work/signed.txt" kind=letter
paper=$(sql "SELECT no FROM document WHERE name = 'signed.txt'")
post $D/people person=P-20000002 role=expert
status 303
doctor=$(sql "SELECT max(no) FROM party")
patient=$(sql "SELECT no FROM party WHERE role = 'requester' AND dossier =
    (SELECT id FROM dossier WHERE number = 'C-2026-10000061')")

# what is shared asks first
get $D/shares/new
has 'By which consent'
has 'No consent is in force.'
shared() {	# FIELDS...
	post $D/shares/new receiver=$doctor purpose='For <treatment>.' \
	    until=2026-12-08 "$@"
}
shared part.stage=1 aim=treatment look=1
status 200
has 'No consent lets Nordwind GmbH have this for “Treatment”'
hasnt 'aria-invalid'
has 'For &lt;treatment&gt;.'
shared part.stage=1 aim=treatment
status 422
has 'id="receiver-error"'
has 'No consent lets Nordwind GmbH have this for “Treatment”'
is 'nothing is shared' "$(sql 'SELECT count(*) FROM share')" 1
# nobody out of the register
post $D/shares/new name=Anna purpose=Opinion until=2026-12-08 part.stage=1 \
    aim=treatment
status 422
has 'is not in the register'
# and who it is about needs none
post $D/shares/new receiver=$patient purpose=Mine until=2026-12-08 \
    part.stage=1 aim=wish
status 200
is 'it is hers' "$(sql "SELECT count(*) FROM share WHERE consents = 'self'")" 1

# each mistake stands at its field, and what was typed stays
get $D/consents/new
status 200
has 'value="2026-11-24"'
post $D/consents/new words='As <she> likes' state=given begins=2026-11-24
status 422
for field in what receiver purpose until how; do has "id=\"$field-error\""; done
has 'As &lt;she&gt; likes'
post $D/consents/new what.counselling=1 what.notes=1 receiver=$doctor \
    purpose.treatment=1 until=2026-12-31 state=prepared
status 422
has 'Counselling notes need a consent of their own.'
post $D/consents/new what.all=1 receiver=$doctor purpose.treatment=1 \
    until=2026-12-31 state=prepared language=de words='<b>'
status 303
now=$(location)
no=${now##*/}
follow
has 'Prepared. Print it for the signature.'
has 'to be signed'
has 'Nordwind GmbH'
get $now/sheet
status 200
has 'lang="de"'
has '&lt;b&gt;'
shared part.stage=1 aim=treatment look=1
has "Consent $no is not signed yet."
post $now/sign state=given how=paper
status 422
has 'Choose the signed paper.'
post $now/sign state=given how=paper document=$paper
status 303
follow
has 'in force'
has 'On paper, signed'
get $D/consents
has 'in force'
shared part.stage=1 document.$paper=1 aim=treatment look=1
status 200
has "$D/consents/$no"
has 'This may leave, by'

# shared by it, and looked at
shared part.stage=1 document.$paper=1 aim=treatment
status 200
link=$(grep -o '/portal/share/[A-Za-z0-9_-]*' "$reply" | head -n 1)
code=$(grep -o 'id="secret"[^>]*>' "$reply" |
    sed 's/.*value="\([^"]*\)".*/\1/')
share=$(sql 'SELECT max(no) FROM share')
is 'it says by which' "$(sql "SELECT consents FROM share WHERE no = $share")" \
    "$no"
as nobody
get "$link"
status 200
post "$link" code="$code"
status 303
get /portal
status 200
has signed.txt
get /portal/documents/1
status 200
at_room=$guest

# taken back: the room shuts at once, and who shared it sees why
as mia
get $now
has 'What left by it'
post $now/end why='He changed his <doctor>.'
status 303
follow
has 'revoked'
has 'He changed his &lt;doctor&gt;.'
has 'What left by it'
post $now/end why=Again
status 409
as nobody
guest=$at_room
for page in /portal /portal/documents/1; do
	get $page
	status 404
	hasnt signed.txt
	hasnt revoked
done
guest=
get "$link"
status 404
hasnt 'Something is shared'
as mia
get $D/shares/$share
has 'Nobody can look at it now.'
has "Consent $no was revoked on"
get $D/shares
has "Consent $no was revoked on"
post $D/shares/$share/until until=2026-12-20
status 422
has "Consent $no was revoked on"
post $D/shares/$share/renew
status 422

# a print says for whom it is, and needs a consent unless it stays here
get $D/report
has 'it must not be passed on'
get "$D/report?part=notes&for=$doctor&aim=treatment"
status 200
has 'No consent lets Nordwind GmbH have this'
hasnt 'class="report"'
post $D/consents/new what.notes=1 what.case=1 receiver=$doctor \
    purpose.treatment=1 until=2026-12-31 state=given how=electronic
get "$D/report?part=notes&for=$doctor&aim=treatment"
has 'class="report"'
hasnt 'it must not be passed on'
get "$D/report?part=documents&for=$doctor&aim=treatment"
hasnt 'class="report"'
get "$D/report?part=notes&for=$doctor&aim=payment"
hasnt 'class="report"'
get $D/history
count 'Passed on to Nordwind GmbH' 1
post "$(sql "SELECT '$D/consents/' || max(no) FROM consent")/end" why=Over

# a refusal wins over a consent to a whole class
post $D/consents/new what.all=1 class.treating=1 purpose.treatment=1 \
    event='The end of the treatment' state=given how=electronic
status 303
second=$(location)
get $D/shares/$share
hasnt 'Nobody can look at it now.'
guest=$at_room
as nobody
guest=$at_room
get /portal
status 200
as mia
guest=
post $D/consents/new what.documents=1 class.anybody=1 state=restricted \
    how=oral witness='Nurse Ida'
status 303
refusal=$(location)
get $D/shares/$share
has "Refusal ${refusal##*/} says so."
as nobody
guest=$at_room
get /portal
status 404
as mia
guest=
get $D/history
has 'revoked'
has 'Restriction'
get $second
has 'until: The end of the treatment'
post $second/end event=1
status 303
follow
has 'expired'
as ben
get $second
status 200
as zoe
get $D/consents
status 200
get $D/consents/new
status 403

# the same pages among patients, for members of the compartment
sql_write "UPDATE type SET source = replace(source, '</type>',
    '<views><view code=\"medical\"/></views></type>')" > /dev/null
M=/medical/C-2026-10000061
as mia
get $M/consents
status 404
sql_write "INSERT INTO viewer_compartment (viewer, compartment, until, given)
    SELECT f.person, c.id, 253402300799, 1 FROM staff f, compartment c
     WHERE f.login = 'mia' AND c.code = 'medical'" > /dev/null
get $M/consents
status 200
has "$M/consents/$no"
get $M/consents/new
status 200
post $M/consents/new what.all=1
status 422
post $M/consents/new person=$patient what.problems=1 what.allergies=1 \
    class.treating=1 purpose.treatment=1 until=2026-12-02 state=prepared
status 303
mine=$(location)
follow
status 200
has "$M"
get $mine/sheet
status 200
has 'I agree that this may be passed on'
post $mine/sign state=refused how=oral
status 422
post $mine/sign state=given how=oral witness='Nurse Ida'
status 303
get $M
has 'id="consents-head"'
has "$mine"
get /medical/consents/ending
status 200
has "$mine"
as tom
get /medical/consents/ending
status 403
as mia
"$top_builddir/dossier-clock" --once --conf "$work/dossier.conf" \
    > "$work/out" 2>&1 || true
post $mine/end why=Enough
status 303
get /medical/consents/ending
hasnt "$mine"
is 'the whole is in order' "$("$top_builddir/dossier" verify --conf \
    "$work/dossier.conf" 2>&1 | grep -c consent)" 0
