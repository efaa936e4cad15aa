# The same pages on two sizes of store, from the CSV of one run over both.
BEGIN { FS = "," }
$3 == "memory" || $3 == "name" { next }
!($2 in known) { known[$2] = ++sizes; size[sizes] = $2 }
$5 == 1 && $3 !~ /^same/ {
	k = $3 " " $4
	if (!((k, 1) in cpu)) order[++n] = k
	cpu[k, known[$2]] = $10; low[k, known[$2]] = $11
	high[k, known[$2]] = $12
}
END {
	if (sizes < 2) exit
	printf "\nCPU us a request, from %d to %d dossiers\n\n", size[1], \
	    size[sizes]
	line = "%-24s %20s %20s %7s  %s\n"
	printf line, "page", size[1], size[sizes], "times", "target"
	for (i = 1; i <= n; i++) {
		k = order[i]
		t = k ~ /^(queue|dossier|start|tasks) / ? "2" : ""
		printf line, k, shown(k, 1), shown(k, sizes), \
		    times(k), t
	}
}
function times(k) {
	return cpu[k, 1] > 0 ? sprintf("%.2f", cpu[k, sizes] / cpu[k, 1]) : ""
}
function shown(k, s) {
	return sprintf("%.0f (%.0f..%.0f)", cpu[k, s], low[k, s], high[k, s])
}
