# SPDX-License-Identifier: MIT
# Care models on a patient's case: providers, referrals, strengths, rules.
. "$(dirname "$0")/harness.sh"
N=C-2026-10000061
D=/medical/$N
P=/medical/providers

as ada
post /admin/compartments/medical login=mia why='She is the nurse'
mkdir -p "$work/casetypes" "$work/caremodels"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/casetypes"
cp "$top_srcdir"/etc/caremodels/*.xml "$top_srcdir"/etc/caremodels/*.rng \
    "$work/caremodels"
cp -r "$top_srcdir/etc/casetypes/complaint" "$work/casetypes"
sed -i 's|</rhythm>|&<models><model code="brokerage"/><model code="strengths"/></models>|
    s|</type>|<compartment code="medical"/><views><view code="medical"/></views></type>|' \
    "$work/casetypes/complaint/type.xml"
out=$("$top_builddir/dossier" type check "$work/casetypes/complaint" 2>&1)
case $out in
*'Brokerage: At most 60 cases of this type a lead'*)
	ok 'type check tells which rules hold' ;;
*)	not_ok "type check tells which rules hold: $out" ;;
esac
"$top_builddir/dossier" type install --conf "$work/dossier.conf" \
    "$work/casetypes/complaint" >/dev/null
sql_write "UPDATE dossier SET type = (SELECT max(id) FROM type
    WHERE code = 'complaint') WHERE number = '$N'" >/dev/null

# the administrator reads which rules hold
get /admin/types/complaint
status 200
has 'At most 60 cases of this type a lead; more are pointed out'
has 'Strengths-based'

# the directory: members read it, who leads keeps it
as zoe
get $P
status 403
as mia
get $P
status 200
has 'The directory is empty.'
get "$P/new?find=nordwind"
has '<option value="P-20000002">Nordwind GmbH'
form_page="$P/new?find=nordwind"
post $P/new person=P-20000002 services= capacity=many accepts=1
status 422
has 'Write at least one service'
post $P/new person=P-20000002 services='Physiotherapy
Home <visits>' areas=North languages=Deutsch capacity=1 accepts=1
status 303
post $P/new name='Spitex West' services='Nursing' accepts=1
status 303
unset form_page
get "$P?service=Nursing"
has 'Spitex West'
hasnt 'Nordwind'
get "$P?text=nordw&accepting=1"
has 'Home &lt;visits&gt;'
get "$P?area=South"
has 'No provider fits these filters.'
get $P/P-20000002
has 'North'
post $P/P-20000002/change services='Physiotherapy' accepts=1 capacity=1
status 303
get $P/P-20000002/end
status 200
west=$(sql "SELECT number FROM person WHERE name = 'Spitex West'")
post $P/$west/end why='Closed'
status 303
get $P
hasnt "$west"

# strengths and personal goals, first where the model says so
get $D
status 200
has 'None are noted yet.'
get $D/strengths/new?of=wish
has 'Note a personal goal'
form_page="$D/strengths/new?of=wish"
post $D/strengths/new of=wish words=
status 422
post $D/strengths/new of=wish words='I want to <climb> my stairs.'
status 303
unset form_page
get $D/strengths
has 'I want to &lt;climb&gt; my stairs.'
wish=$(sql 'SELECT no FROM strength')
post $D/strengths/$wish words='I want to climb my stairs.' area=home
status 303
get $D/strengths/$wish
has 'Home'
get /dossiers/$N/move
post /dossiers/$N/move phase=implementation reason=Now
status 422
has 'Before the phase “Implementation”, this is to be there: 1 strength (Strengths-based).'
post $D/strengths/new words='Cooks well'
status 303
post /dossiers/$N/move phase=implementation reason=Now
status 303
post $D/strengths/$wish/end why='She can'
status 303
get $D/strengths
has 'Taken out'

# a referral: sent, accepted, begun, reported
get "$D/referrals/new?provider=P-20000002"
has 'value="P-20000002"'
post $D/referrals/new provider= service=Physiotherapy purpose=Stairs
status 422
has 'Choose a provider of the directory.'
post $D/referrals/new provider=P-20000002 service=Physiotherapy \
    purpose='Ten <stairs>' send=1
status 303
follow
has 'Waits for an answer'
has 'Ten &lt;stairs&gt;'
R=$D/referrals/$(sql 'SELECT no FROM referral')
post $R/act act=refuse
status 422
post $R/act act=accept
status 303
post $R/act act=start
status 303
get $R
has 'every 1 month'
post $R/report note='Climbs three'
status 303
get $R
has 'Climbs three'
get $D/referrals
has 'Under way'
get $D
has 'Nordwind GmbH'
get $P/P-20000002
has '1 of 1'
get /dossiers/$N/history
has 'Report of Nordwind GmbH taken in: Physiotherapy'

# which rules hold here
get $D/rules
status 200
has 'Providers report every 1 month'
has 'Before the phase “Implementation”: 1 strength'
as zoe
get $D/rules
status 404
get $D/strengths
status 404
get $R
status 404
get /dossiers/$N/history
status 404
