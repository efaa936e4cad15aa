# SPDX-License-Identifier: MIT
# Matters of lawyers: the list, the page, courts, hearings, counsel.
. "$(dirname "$0")/harness.sh"
C=/dossiers/C-2026-10000061
D=/legal/C-2026-10000061

# complaints are no matters, until their type says so
as mia
get $D
status 404
get /legal
status 200
has 'You lead no matter that is under way.'
get /
hasnt 'href="/legal"'
get $C
hasnt "href=\"$D\""
sql_write "UPDATE type SET source = replace(source, '</type>',
    '<views><view code=\"legal\"/></views></type>')" >/dev/null
sql_write "UPDATE staff SET rights = rights + 256
    WHERE login = 'mia'" >/dev/null		# by the next sign-in
get /
has 'href="/legal"'
get $C
has "href=\"$D\""

get /legal
status 200
has "href=\"$D\""
has 'Broken'
get $D
status 200
has "href=\"$C\""
has 'No court has this matter yet.'
has 'No hearing is set.'

# courts and their numbers
get $D/hearings/new
has 'Add the proceeding first'
post $D/proceedings/new court= reference='CG 26/118'
status 422
has 'value="CG 26/118"'
post $D/proceedings/new court='Commercial Court' filed=2026-10-05
status 303
post $D/proceedings/new court='Court of <Appeal>' reference='ZK 7'
status 303
get $D
has 'Commercial Court'
has 'Court of &lt;Appeal&gt;'
has 'ZK 7'
get '/legal?list=all'
has 'ZK 7'
get '/find?text=ZK'
has "$C"
second=$(sql "SELECT no FROM proceeding WHERE reference = 'ZK 7'")
get $D/proceedings/$second
status 200
has 'value="ZK 7"'
post $D/proceedings/$second ended=2026-11-01 court='Court of <Appeal>' \
    reference='ZK 7' filed=2026-11-02 result='Dismissed'
status 422
has 'It ends before it was filed.'
form_page=$D/proceedings/$second
post $D/proceedings/$second ended=2026-11-01 court='Court of <Appeal>' \
    reference='ZK 7' filed= result='Dismissed'
status 303
get $D
has 'Dismissed'
get '/legal?list=all'
hasnt 'ZK 7'
has 'Commercial Court'
get $D/proceedings/4711
status 404
get $C/history
has 'Proceeding ended: Court of &lt;Appeal&gt;, ZK 7'

# a hearing is an appointment before a court
first=$(sql "SELECT no FROM proceeding WHERE court = 'Commercial Court'")
get "$D/hearings/new?proceeding=$first"
status 200
has 'value="Hearing"'
post $D/hearings/new proceeding=$first title='Main hearing' day=2026-12-01 \
    begins=9x ends=10:00
status 422
has 'This is no time.'
has 'value="Main hearing"'
post $D/hearings/new proceeding=4711 title='Main hearing' day=2026-12-01
status 422
post $D/hearings/new proceeding=$first title='Main hearing' day=2026-12-01 \
    begins=9:00 ends=10:00 place='Room 12'
status 303
follow
status 200
has 'Main hearing'
get $D
has 'Room 12'
get /legal
has '1 Dec'
get $C/calendar
has 'Main hearing'

# who represents whom
post $C/people person=P-20000002 role=representative
party=$(sql "SELECT no FROM party WHERE role = 'representative'")
client=$(sql "SELECT y.no FROM party y JOIN dossier d ON d.id = y.dossier
    WHERE d.number = 'C-2026-10000061' AND y.role = 'requester'")
post $D/counsel client=$client counsel=$client
status 422
has 'Nobody is their own counsel.'
post $D/counsel client=$client counsel=$party
status 303
get $D
has '<a class="term" href="/people/P-20000002">Nordwind GmbH</a>'
post $D/counsel client=$client counsel=$party
status 409
form_page=$D/counsel
post $D/counsel/end client=$client counsel=$party
status 303
get $D
hasnt '<a class="term" href="/people/P-20000002">Nordwind GmbH</a>'

# offers to settle: the ladder, its ends, the answer
get $D
has 'Nobody has offered anything yet.'
post $D/offers/new maker=$client made=2026-11-02 way=letter amount=x terms='<b>each side'
status 422
has '&lt;b&gt;each side'
post $D/offers/new maker=$client made=2026-11-02 way=letter amount='50000 EUR' terms='<b>each side'
status 303
first_offer=$(sql 'SELECT no FROM offer')
get "$D/offers/new?counters=$first_offer"
post "$D/offers/new" maker=$party made=2026-11-09 way=mail amount='20000 EUR' until=2026-12-07 counters=$first_offer
status 303
follow
has 'Answered by another offer'
has '30,000.00'
get $C/deadlines
has 'Offer of Nordwind GmbH ends'
offer=$(sql 'SELECT max(no) FROM offer')
get $D/offers/$offer
status 200
form_page=$D/offers/$offer
post $D/offers/$offer answer=
status 422
has 'Choose the answer.'
form_page=$D/offers/$offer
post $D/offers/$offer answer=accepted note='Signed'
status 303
follow
has 'An offer was accepted.'
get $D
has 'Signed'
get $C/history
has 'Offer of Nordwind GmbH accepted: 20,000.00'
get $D/offers/4711
status 404

# correspondence: by party, by way, newest first; corrected and taken back
form_page=
get $D
has 'No letter or call is written down yet.'
get $D/correspondence
status 200
has 'No letter or call is written down yet.'
printf 'dear all' > "$work/Dear.pdf"
post $C/documents party=4711 way=in files=@"$work/Dear.pdf"
status 422
has 'Choose one of the people of this case.'
post $C/documents party="$party" way=in medium=letter exchanged=2026-11-20 files=@"$work/Dear.pdf"
status 303
follow
has 'Nordwind GmbH · Received · Letter'
paper=$(sql "SELECT no FROM document WHERE name = 'Dear.pdf'")
post $C/note text='Asked <them> to wait' party="$client" way=out medium=phone exchanged=2026-11-21
status 303
follow
has 'Élodie Weiß · Sent · Phone'
post $C/note text='Extension of time' who='High <Court>' medium=court exchanged=2026-12-24
status 422
has 'value="High &lt;Court&gt;"'
post $C/note text='Extension of time' who='High <Court>' medium=court way=out
status 303
get $D
has 'Asked &lt;them&gt; to wait'
has 'High &lt;Court&gt;'
has "$C/documents/$paper"
get "$D/correspondence?with=$party"
has 'Dear.pdf'
hasnt 'Asked'
get "$D/correspondence?with=-1"
has 'Extension of time'
hasnt 'Dear.pdf'
get "$D/correspondence?way=in&with=-1"
has 'Nothing was exchanged that fits these filters.'
get "$D/correspondence?way=out"
has 'correspondence.csv?way=out'
hasnt 'Dear.pdf'
get "$D/correspondence?after=$paper"
hasnt 'Dear.pdf'
get "$D/correspondence.csv"
status 200
has '"2026-11-20","in","letter","Nordwind GmbH","P-20000002","document","Dear.pdf"'
get "$C/documents?with=$party"
has 'Dear.pdf'
get "$C/documents?with=-1"
has 'No document was exchanged with them.'
get $C/correspondence/$paper
status 200
has 'value="2026-11-20"'
hidden $C/correspondence/$paper > "$work/fields"
grep -v form_key "$work/fields" > "$work/old"
send $C/correspondence/$paper party="$party" way=in medium=mail exchanged=2026-11-19
status 303
follow
has 'E-mail'
has 'Thu 19 Nov 2026'
get $C/correspondence/$paper
hidden $C/correspondence/$paper | grep form_key > "$work/fields"
cat "$work/old" >> "$work/fields"
send $C/correspondence/$paper party="$party" way=in medium=phone exchanged=2026-11-20
status 409
post $C/correspondence/$paper party=0 way=in
status 422
has 'Choose with whom, or write a name.'
get $C/correspondence/4711
status 404
get $C/history
has 'Correspondence of “Dear.pdf” changed'

# who reads sees it and changes nothing; who may not, nothing
as zoe
get $D/correspondence
status 200
has 'Dear.pdf'
hasnt 'Correct'
get $D/offers
status 200
has '&lt;b&gt;each side'
hasnt "href=\"$D/offers/new\""
get $D
status 200
has 'Commercial Court'
hasnt 'Add a proceeding'
get $D/proceedings/new
status 403
as tom
get $D
status 404
get '/legal?list=all'
hasnt 'Commercial Court'

# the docket that the court keeps
as mia
first=$(sql "SELECT no FROM proceeding WHERE court = 'Commercial Court'")
cat > "$work/docket.json" <<'END'
{ "court_id": "hg", "docket_number": "HG <1>", "date_filed": "2026-01-05",
  "assigned_to_str": "Dr. Sutter",
  "docket_entries": [ { "date_filed": "2026-01-05", "document_number": "7",
    "description": "CLAIM <b>filed</b>", "attachments": [{}, {}] } ],
  "parties": [ { "name": "Nordwind & Co", "type": "Plaintiff",
    "attorneys": [ { "name": "Petra Hahn", "roles": ["LEAD"] } ] } ] }
END
get $D/proceedings/$first/docket
has 'This docket has no entry yet.'
"$top_builddir/dossier" import docket "$work/docket.json" \
    --case C-2026-10000061 --conf "$work/dossier.conf" > /dev/null
no=$(sql "SELECT no FROM proceeding WHERE court = 'hg'")
get $D
has "$D/proceedings/$no/docket"
get $D/proceedings/$no/docket
status 200
has 'CLAIM &lt;b&gt;filed&lt;/b&gt;'
has '2 attachments'
has 'Dr. Sutter'
has 'Nordwind &amp; Co'
has 'Petra Hahn'
get $C/history
has 'Docket taken over: hg, HG &lt;1&gt;, 1 new entries'
sql_write "INSERT INTO docket_entry (proceeding, place, number, filed,
    entered, text, attached) SELECT x.proceeding, n.no + 100, '', x.filed, '',
    'Entry ' || n.no, 0 FROM docket_entry x JOIN
    (SELECT DISTINCT no FROM party UNION SELECT 1000 UNION SELECT 1001 UNION
    SELECT 1002) n ON 1 = 1" > /dev/null
get "$D/proceedings/$no/docket?after=1100"
status 200
has 'Entry 1002'
hasnt 'CLAIM'
hasnt 'Petra Hahn'
as tom
get $D/proceedings/$no/docket
status 404

# a docket kept by hand, and the documents of its entries
as mia
first=$(sql "SELECT no FROM proceeding WHERE court = 'Commercial Court'")
K=$D/proceedings/$first/docket
printf 'the claim' > "$work/claim.txt"
get $K/new
has 'value="1"'
post $K/new number=1 filed= text='Claim'
status 422
post $K/new number=1 filed=2026-10-05 text='Claim of <a> debt' \
    party="$client" files=@"$work/claim.txt"
status 303
paper=$(sql "SELECT no FROM document WHERE name = 'claim.txt'")
place=$(sql "SELECT place FROM docket_entry WHERE text LIKE 'Claim of%'")
get $K
has 'Claim of &lt;a&gt; debt'
has "href=\"$C/documents/$paper\""
has 'filed by '
get $K/$place
status 200
has 'Entered by hand'
get "$K?text=DEBT&order=newest"
has 'Claim of'
get "$K?text=nowhere"
has 'No entry says this.'
get $K/print
status 200
has 'claim.txt'
get $C/documents/$paper/about
has "href=\"$K/$place\""
get $K/$place/change
status 200
has 'Claim of'
post $K/$place/change number=2 filed=2026-02-30 text='Claim' version=1
status 422
has 'value="2"'
form_page=$K/$place/change
post $K/$place/change number=2 filed=2026-10-06 text='Claim, corrected'
status 303
get $K
has 'Claim, corrected'
form_page=$K/$place
post $K/$place/detach document="$paper"
status 303
get $K
hasnt 'claim.txt'
get $K/$place/documents
status 200
has 'claim.txt'
post $K/$place/documents
status 422
post $K/$place/documents document="$paper"
status 303
printf 'an annex' > "$work/annex.txt"
post $K/$place files=@"$work/annex.txt" kind=Annex
status 303
get $K/$place
has 'annex.txt'
has 'claim.txt'
get $K/4711
status 404
get $K/one
status 404
get $C/history
has 'Entry 2 of the docket of Commercial Court was corrected'
has '“annex.txt” was filed under entry 2'
form_page=$K/$place/change
post $K/$place/strike why='Entered twice'
status 303
get $K
hasnt 'Claim, corrected'
form_page=$K/new
post $D/proceedings/$no/docket/1/strike why='Wrong'
status 409
as tom
get $K
status 404
get $K/$place
status 404

# a judgment that is uploaded is known, read and found
as mia
cat > "$work/ruling.xml" <<'END'
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><judgment
name="decision"><meta><identification source="#x"><FRBRWork>
<FRBRdate date="2026-03-01" name="decision"/><FRBRauthor href="#hg"/></FRBRWork>
</identification><references source="#x"><TLCOrganization eId="hg" href=""
showAs="Court &lt;of&gt; Rolls"/></references></meta><header><p>
<neutralCitation>[2026] HG 7</neutralCitation></p></header><judgmentBody>
<decision><level><heading>The facts</heading></level><paragraph><num>1.</num>
<content><p style="color:red">The <i>quokkas</i> win.</p><block name="e">
<embeddedStructure><p>So they said.</p></embeddedStructure></block></content>
</paragraph></decision></judgmentBody></judgment></akomaNtoso>
END
post $C/documents files=@"$work/ruling.xml"
status 303
paper=$(sql "SELECT no FROM document WHERE name = 'ruling.xml'")
get $D
has "$D/judgments/$paper"
has 'Court &lt;of&gt; Rolls'
get $C/documents/$paper/about
has "$D/judgments/$paper"
get $D/judgments/$paper
status 200
has '<h3>The facts</h3>'
has '<span class="number">1.</span> The quokkas win.'
has '<blockquote><p>So they said.</p></blockquote>'
hasnt 'color:red'
get "$D/judgments/$paper?after=1"
has 'First page'
get '/find?text=quokkas'
has "$C"
get $D/judgments/1
status 404
printf '<a>no judgment' > "$work/none.xml"
post $C/documents files=@"$work/none.xml"
status 303
get $D/judgments/$(sql "SELECT no FROM document WHERE name = 'none.xml'")
status 404
as tom
get $D/judgments/$paper
status 404
