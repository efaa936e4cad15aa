# SPDX-License-Identifier: MIT
# Release of information: from the request to the account of what left, a
# consent revoked on the way, and records under 42 CFR part 2.
. "$(dirname "$0")/harness.sh"
C=/dossiers/C-2026-10000061
D=/medical/C-2026-10000061

label='<label xml:lang="en">Patient</label><label xml:lang="fr">Patient</label><label xml:lang="de">Patient</label><label xml:lang="it">Paziente</label><label xml:lang="pt">Paciente</label><label xml:lang="ja">患者</label>'
sql_write "UPDATE type SET source = replace(replace(source, '<roles>',
    '<roles><role code=\"patient\">$label</role>'), '</type>',
    '<views><view code=\"medical\"/></views></type>')
    WHERE code = 'complaint'" >/dev/null
sql_write "UPDATE type SET source = replace(source, '</rhythm>',
    '</rhythm><consent of=\"patient\" payers=\"respondent\"/>')
    WHERE code = 'complaint'" >/dev/null
sql_write "INSERT INTO viewer_compartment (viewer, compartment, until, given)
    SELECT f.person, c.id, 253402300799, 1 FROM staff f, compartment c
     WHERE f.login IN ('mia', 'ben') AND c.code = 'medical'" >/dev/null
as mia
post $C/people person=P-20000001 role=patient
status 303
post $C/people person=P-20000002 role=respondent
insurer=$(sql 'SELECT max(no) FROM party')
post $C/people role=expert person="$(sql "SELECT p.number FROM person p
    JOIN staff f ON f.person = p.id WHERE f.login = 'ben'")"
status 303
printf 'She walks' > "$work/Discharge.txt"
printf 'Blackened' > "$work/Redacted.txt"
post $C/documents files=@"$work/Discharge.txt" files=@"$work/Redacted.txt"
letter=$(sql "SELECT no FROM document WHERE name = 'Discharge.txt'")
black=$(sql "SELECT no FROM document WHERE name = 'Redacted.txt'")
post $C/note text='Her <sister> called'
note=$(sql 'SELECT max(no) FROM note')
consent() {	# FIELDS...
	post $C/consents/new receiver=$insurer purpose.payment=1 \
	    until=2026-12-31 state=given how=electronic "$@"
	status 303
}

# a request, as it came in
get $D
has "href=\"$D/releases\""
get $D/releases
status 200
has 'Nobody asked for records of this case yet.'
post $D/releases/new asker=organisation way=letter received=2026-11-03
status 422
has 'id="asked-error"'
has 'id="what-error"'
has 'id="name-error"'
post $D/releases/new asker=organisation party=$insurer way=letter \
    received=2026-11-03 purpose=2 what.512=1 what.128=1 \
    asked='The <letters> of November'
status 303
R=$(location)
R=${R#http://localhost}
follow
has 'It is to be answered by Thu 3 Dec 2026'
has 'The &lt;letters&gt; of November'
has 'Next: check the authorisation'
get /medical/releases
status 200
has "href=\"$R\""
has 'to be checked'
get $R/letter
has 'Your request for records'
has 'We answer it by'

# no consent, then one; a second person; revoked on the way
post $R/authorise ground=consent
status 422
has 'No consent lets Nordwind GmbH have this'
consent what.all=1
post $R/authorise ground=consent
status 303
get $R/collect
has 'Her &lt;sister&gt; called'
post $R/collect
status 422
has 'id="items-error"'
post $R/collect item.document.$letter=1 item.note.$note=1
status 303
get $R
has 'You collected these records.'
post $R/review
status 403
as ben
get $R/review
status 200
has 'Discharge.txt'
post $R/review out.2=1 instead.1=$black why.1='Her address'
status 422
has 'id="why.2-error"'
post $R/review out.2=1 why.2='It names her sister' instead.1=$black \
    why.1='Her address'
status 303
follow
has 'redacted: Redacted.txt'
get "$R/letter?of=cover"
status 200
has 'redacted: Her address'
hasnt 'sister'
post $R/deliver how=person
status 422
has 'id="seen-error"'
consent=$(sql 'SELECT max(no) FROM consent')
as mia
post $C/consents/$consent/end why='She thought again'
status 303
as ben
get $R
has 'Nothing may leave now'
has 'was revoked on'
post $R/deliver how=post address='Seestr. 1'
status 422
has 'was revoked on'
is 'nothing left' "$(sql 'SELECT count(*) FROM disclosure')" 0
post $R/extend why='The patient is asked again'
status 303
follow
has 'Sat 2 Jan 2027'
get "$R/letter?of=extended"
has 'The patient is asked again'
as mia
consent what.all=1
as ben
post $R/deliver how=post address='Seestr. <1>'
status 303
follow
has 'It stands in the account of disclosures'
has 'Delivered'

# the account, printed, as a table, and kept back for an authority
get $D/disclosures
has 'Seestr. &lt;1&gt;'
has 'own treatment, payment or operations'
post $D/disclosures/new receiver=Police way=fax purpose=16 what.128=1 \
    words='Day of the fall'
status 422
has 'id="ground-error"'
post $D/disclosures/new receiver=Police way=fax purpose=16 what.128=1 \
    words='Day of the fall' ground=law ground_why='§ 10'
status 303
L=$(location)
L=${L#http://localhost}
as mia
get $D/disclosures/new
status 200
get $L
has 'An authority asks to keep it back'
post $L until=2027-01-31 why='An inquiry'
status 422
has 'id="by-error"'
post $L until=2027-01-31 by=Prosecutor why='An inquiry'
status 303
get $D/disclosures/print
status 200
has 'Discharge.txt (redacted)'
hasnt 'Day of the fall'
get "$D/disclosures.csv?from=2026-01-01"
has 'Day of the fall'
has 'number,line,disclosed'

# 42 CFR part 2: a consent that names it, its notice and its words in the room
get $D/part2
has 'No single record is marked.'
post $D/part2 thing=document.$letter mark=part2
status 422
has 'id="why-error"'
post $D/part2 thing=document.$letter mark=part2 why='A <clinic> of addictions'
status 303
follow
has 'A &lt;clinic&gt; of addictions'
get $D/releases/new
status 200
post $D/releases/new asker=organisation party=$insurer way=mail \
    purpose=2 what.512=1 what.2048=1 asked='The letter'
R=$(location)
R=${R#http://localhost}
post $R/authorise ground=law ground_why='§ 1'
status 422
has 'or by order of a court'
consent what.part2=1
post $R/authorise ground=consent
post $R/collect item.document.$letter=1
status 303
as ben
post $R/review
status 303
post $R/deliver how=portal until=2026-12-24
status 200
has '/portal/share/'
link=$(grep -o '/portal/share/[A-Za-z0-9_-]*' "$reply" | head -1)
code=$(grep -o 'id="secret"[^>]*>' "$reply" | sed 's/.*value="\([^"]*\)".*/\1/')
is 'in the account with its notice' \
    "$(sql "SELECT count(*) FROM disclosure WHERE part2 = 1 AND share > 0")" 1
as nobody
guest=
post "$link" code="$code"
get /portal
status 200
has 'Discharge.txt'
has '42 CFR part 2'
has 'I agree that this may be passed on'

# refused, and no more asked
as mia
post $D/releases/new asker=court name=Court way=fax purpose=16 what.1=1 \
    asked='All of it'
R=$(location)
R=${R#http://localhost}
get $R/refuse
status 200
post $R/refuse
status 422
post $R/refuse why='No order'
status 303
get "$R/letter?of=refused"
has 'No order'
post $D/releases/new asker=court name=Court way=fax purpose=16 what.1=1 \
    asked='All of it'
R=$(location)
R=${R#http://localhost}
get $R/withdraw
status 200
post $R/withdraw why='They found it'
status 303
get $C/history
has 'Records refused to Court'

# nobody else
as zoe
get $D/releases
status 404
get $D/disclosures
status 404
get /medical/releases
status 403
