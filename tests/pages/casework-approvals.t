# SPDX-License-Identifier: MIT
# Somebody asks for approval, somebody else decides, within their limit; what
# was changed since does not count.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# an administrator gives limits, never their own
as ada
get /admin/authority
status 200
has 'Nobody has a limit yet'
get /admin/authority/new
status 200
post /admin/authority/new person= label= amount= reason=
status 422
has 'id="person-error"'
has 'id="amount-error"'
has 'id="reason-error"'
post /admin/authority/new person=ada amount='5000 EUR' reason='I want it.'
status 422
has 'Nobody gives themselves authority.'
post /admin/authority/new person=mia amount='5000' reason='By the board.'
status 422
has 'Write the currency, too'
has 'value="mia"'
post /admin/authority/new person=mia amount='5000 EUR' kind=payment \
    ends=2026-12-31 reason='By the <board>.'
status 303
follow
has 'The limit of Mia Berger holds: up to'
has '5,000.00'
has 'By the &lt;board&gt;.'
has 'Thu 31 Dec 2026'
limit=$(sql 'SELECT number FROM authority')
get "/admin/authority?past=1"
has 'No limit was withdrawn or ran out.'
is 'its own chain remembers' "$(sql "SELECT kind FROM event
    WHERE topic = 'authority'")" authority.given
as mia
get /admin/authority
status 403

# asked for: from the page of the case
as ben
get $D
has "href=\"$D/approvals/new\""
hasnt 'id="approvals-head"'
post $D/change title='Too late' f.subject=billing f.compensation='4200 EUR'
status 303
get $D/approvals/new
status 200
has 'Compensation offered: 4,200.00'
has '>payment</option>'
has 'Whoever may decide on this case'
post $D/approvals/new subject= reason= field=compensation amount='3 EUR'
status 422
has 'id="subject-error"'
has 'id="reason-error"'
has 'Take an amount of the case or type another one, not both.'
post $D/approvals/new subject='Pay the <claim>' reason='It is due.' \
    field=compensation kind=payment
status 303
A=$(location)
follow
has 'Approval was asked for. It waits for: Who may decide on the case.'
has 'Pay the &lt;claim&gt;'
has '4,200.00'
has 'You asked for this. Somebody else decides on it.'
has 'SHA-256 '
hasnt 'value="approve"'
has 'Undo'
get $D
has 'Pay the &lt;claim&gt;'
has 'id="approvals-head"'
post $A/answer answer=approve comment=
status 403
has 'You asked for this.'
this="number = 'C-2026-10000061'"
lead=$(sql "SELECT lead FROM dossier WHERE $this")
sql_write "UPDATE dossier SET lead = 2 WHERE $this"
get /
has 'Approvals that I asked for'
hasnt 'You lead no case'
has '>Waits for</th>'
hasnt '>Asked by</th>'
hasnt 'Waiting for my approval'
sql_write "UPDATE dossier SET lead = ${lead:-NULL} WHERE $this"
get '/approvals?list=asked'
status 200
has 'Pay the &lt;claim&gt;'
has '1 approval<'
get /approvals
has 'Nothing waits for your approval.'

# Zoe reads, Tom does not know of it
as zoe
get $A
status 200
hasnt 'answer='
as tom
get $A
status 404

# decided, within a limit
as mia
get /
has 'Waiting for my approval'
has 'Pay the &lt;claim&gt;'
get /approvals
has 'Ben Okafor'
get $A
status 200
has 'Your limit covers it: up to'
has 'value="approve"'
has 'href="#withdraw"'
count 'id="withdraw"' 1
post $A/answer answer=return comment=
status 422
has 'id="comment-error"'
post $A/answer answer=comment comment='Is this the last one?'
status 303
follow
has 'Your remark was added.'
has 'Is this the last one?'
get $D/close
has 'Each of these is decided, asked again or withdrawn first.'
post $D/close outcome=upheld
status 422
has 'waits for approval. Have it decided'
post $A/answer answer=approve comment='Fair.'
status 303
follow
has 'It is approved.'
has 'limit of Mia Berger: up to'
has 'Thu 31 Dec 2026'
has 'Undo'
get $D/history
has 'Approved: “Pay the &lt;claim&gt;”, 4,200.00'
has 'until Thu 31 Dec 2026'
has "href=\"$A\""
get "$D/history?kind=approval"
has 'Approval asked for'
get "$D/report?part=approvals"
status 200
has 'By which limit'
has 'SHA-256 '
has 'Fair.'

# another amount: it does not count any more
as ben
post $D/change title='Too late' f.subject=billing f.compensation='5001 EUR'
status 303
get $A
has 'Approved for 4,200.00'
has 'ask again.'
has "href=\"$D/approvals/new?again="
get $D
has 'Ask again</span>'
as mia
post $D/close outcome=upheld
status 422
has 'ask again.'
as ben
get "$D/approvals/new?again=${A##*/}"
status 200
has 'value="Pay the &lt;claim&gt;"'
form_page="$D/approvals/new?again=${A##*/}" \
    post $D/approvals/new again=${A##*/} subject='Pay the <claim>' \
    reason='More was broken.' field=compensation kind=payment
status 303
B=$(location)
get $A
has 'This was asked again since.'
has "href=\"$B\""
as mia
get $B
has 'No limit of yours covers 5,001.00'
post $B/answer answer=approve comment=
status 403
get /
hasnt 'Waiting for my approval'
as ben
get $B
count 'id="withdraw"' 1
post $B/answer answer=withdraw comment='It was paid by others.'
status 303
follow
has 'Withdrawn'
get /
hasnt 'Approvals that I asked for'

# a limit that was withdrawn covers nothing
as ada
get /admin/authority/$limit/withdraw
status 200
post /admin/authority/$limit/withdraw why=
status 422
post /admin/authority/$limit/withdraw why='She left the board.'
status 303
follow
has 'The limit of Mia Berger was withdrawn.'
get "/admin/authority?past=1"
has 'She left the board.'
post /admin/authority/$limit/withdraw why='Again.'
status 409
get /admin/authority/L-00000000/withdraw
status 404
as ben
form_page=$D/approvals/new post $D/approvals/new subject='A small one' \
    reason='It is due.' amount='1 EUR' kind=payment
C=$(location)
as mia
post $C/answer answer=approve comment=
status 403
post $C/answer answer=reject comment='Not now.'
status 403
get $D/approvals/77
status 404

# A plan that waits for an approval goes on when it is given; a table of the
# type says who gives it.
mkdir -p "$work/types/c"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
cp "$top_srcdir/etc/casetypes/complaint/complaint.dmn" "$work/types/c"
name='<name>' label=
for l in en fr de it pt ja; do
	name="$name<label xml:lang=\"$l\">Who approves</label>"
	[ $l = en ] || label="$label<d:label xml:lang=\"$l\">Freigabe $l</d:label>"
done
sed "s|</decisions>|<decision code=\"approval\" model=\"approval.dmn\"\
 decision=\"Approval\" mode=\"automatic\">$name</name></decision>&|" \
    "$top_srcdir/etc/casetypes/complaint/type.xml" > "$work/types/c/type.xml"
cat > "$work/types/c/approval.dmn" <<'END'
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="a"
    name="A" namespace="urn:a"><inputData id="approval" name="approval">
<variable name="approval"/></inputData><decision id="d" name="Approval">
<variable name="Approval"/><informationRequirement id="i">
<requiredInput href="#approval"/></informationRequirement><literalExpression>
<text>if approval.amount &lt;= 100 then ["manage"]
else ["north-screeners", "manage"]</text></literalExpression></decision>
</definitions>
END
cat > "$work/types/c/plan.cmmn" <<END
<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL"
 xmlns:d="urn:dossier:cmmn" id="p" name="P" targetNamespace="urn:p"
 expressionLanguage="https://www.omg.org/spec/DMN/20230324/FEEL/">
<case id="c" name="P"><casePlanModel id="cp" name="P">
<planItem id="ok" definitionRef="d_ok"><itemControl><requiredRule/>
</itemControl></planItem>
<planItem id="pay" definitionRef="d_pay"><entryCriterion id="e"
 sentryRef="s"/></planItem>
<sentry id="s"><planItemOnPart id="o" sourceRef="ok"><standardEvent>complete
</standardEvent></planItemOnPart></sentry>
<humanTask id="d_ok" name="Approve the payment"><extensionElements>$label
<d:approval amount="compensation" levels="approval"/></extensionElements>
</humanTask>
<humanTask id="d_pay" name="Pay it"><extensionElements>$label
</extensionElements></humanTask></casePlanModel></case></definitions>
END
is 'a type with a plan is installed' "$("$top_builddir/dossier" type install \
    --conf "$work/dossier.conf" "$work/types/c")" 'complaint, version 2'
as ben
form_page='/intake/new?type=complaint&person=P-20000002' \
    post /intake/new matter=new medium=letter title='A late parcel' \
    then=show f.subject=billing
status 303
number=$(location | sed 's|.*/||')
D=/dossiers/$number
as sue
post /intake/$number/accept
sql_write "UPDATE dossier SET verdict = 'accepted'
    WHERE number = '$number'" > "$work/null"
as ben
task=$D/tasks/$(sql "SELECT no FROM task
    WHERE title = 'Approve the payment'")
get $task
status 200
has 'This task is done by an approval, which nobody has asked for yet.'
hasnt 'name="result"'
ask=$(grep -o "$D/approvals/new?item=[0-9]*" "$reply" | head -1)
get "$ask"
status 200
has 'The plan of the case waits for this approval'
has 'value="Approve the payment"'
hasnt 'name="amount"'
form_page="$ask" post $D/approvals/new subject='Approve the payment' \
    reason='It is due.'
status 422
has 'has no amount yet. Fill it in first.'
post $D/change title='A late parcel' f.subject=billing f.compensation='70 EUR'
form_page="$ask" post $D/approvals/new subject='Approve the payment' \
    reason='It is due.'
status 303
A=$(location)
follow
has 'It waits for: Who manages the case.'
has 'Why these?'

# in the reader's words: what is approved, and who does it by the table
get $D/history
has 'Approval asked for: “Approve the payment”'
has 'Who approves: Who manages the case by the table'
hasnt 'Who approves: manage'
header HTTP_ACCEPT_LANGUAGE=de
for page in $A $D $D/history /approvals?list=asked $D/report; do
	get "$page"
	has 'Freigabe de'
	hasnt 'Approve the payment'
done
header HTTP_ACCEPT_LANGUAGE=en
as mia
get $D/close
has 'See the approval'
hasnt 'Each of these is decided, asked again or withdrawn first.'
as ben
get $task
has "href=\"$A\""
has 'This task is done by its approval.'
as ada
post /admin/authority/new person=mia any=1 reason='By the board.'
status 303
as mia
get $A
has 'Your limit covers it: any amount'
post $A/answer answer=approve
status 303
get $D
has 'Pay it'
get $task
has 'Done</span>'
