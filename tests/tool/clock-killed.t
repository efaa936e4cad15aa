# SPDX-License-Identifier: MIT
# Two hosts run the clock over one store and each of its processes is killed
# at any moment: every event is sealed once, and every seal is in both files.
. "$(dirname "$0")/../nobody.sh"
. "$top_srcdir/tests/tool/tool.sh"
kills=${KILLS:-20}
store
dossier import xes "$data/xes/small.xes" --type permit --team South
for host in a b; do
	sed "/^secret_file/a seal_file = $work/seals.$host\nseal_syslog = none" \
	    "$work/dossier.conf" > "$work/$host.conf"
done
now=1795521600
clock() {	# HOST: at the moment of the round
	DOSSIER_NOW=$((now + round * 1000)) \
	    "$top_builddir/dossier-clock" --conf "$work/$1.conf"
}
mkdir -p "$work/types/permit"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
cp "$top_srcdir/etc/casetypes/permit/permit.dmn" "$work/types/permit"

round=0
while [ $round -lt "$kills" ]; do
	sed "s/Listed monument/Monument $round/" \
	    "$top_srcdir/etc/casetypes/permit/type.xml" \
	    > "$work/types/permit/type.xml"
	dossier type install "$work/types/permit"
	clock a 2>> "$work/log" &
	one=$!
	clock b 2>> "$work/log" &
	two=$!
	sleep "0.0$(((round * 7 + 3) % 10))$(((round * 3) % 10))"
	kill -9 $one $two 2> /dev/null
	wait $one $two 2> /dev/null
	round=$((round + 1))
done
clock a
clock b
is 'what was killed is taken over' \
    "$(sql "SELECT ok FROM job WHERE name = 'seals'")" 1
is 'every event is sealed' "$(sql 'SELECT s.events FROM seal s
    ORDER BY s.number DESC LIMIT 1')" "$(sql 'SELECT count(*) FROM event')"
is 'in cases as well' "$(sql 'SELECT count(*) FROM dossier
    WHERE sealed = seq')" 4
is 'no head twice' "$(sql 'SELECT count(*) FROM seal_head')" \
    "$(sql 'SELECT sum(heads) FROM seal')"
is 'no number lacks' "$(sql 'SELECT count(*) - max(number) FROM seal')" 0
for host in a b; do
	dossier verify --seal "$work/seals.$host"
	is "the file of $host is whole" "$rc$err" 0
	is 'with every seal' "$(grep -c '^seal ' "$work/seals.$host")" \
	    "$(sql 'SELECT max(number) FROM seal')"
done
is 'both hosts tell the same' "$(cat "$work/seals.a")" "$(cat "$work/seals.b")"
tool_end
