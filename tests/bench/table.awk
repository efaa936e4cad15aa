# The figures of one run as a table, with what DESIGN.md asks for beside them.
BEGIN { FS = "," }
$1 == "memory" {
	if ($4 == "worker" && $2 == "after") {
		if ($5 > private) private = $5
		if ($6 > resident) resident = $6
	}
	pss[$2] += $7
	next
}
$1 == "name" { next }
{
	k = $1 " " $2 " " $3
	order[++n] = k
	name[k] = $1; viewer[k] = $2; lanes[k] = $3; asked[k] = $4
	bad[k] = $5; last[k] = $6; bytes[k] = $7; cpu[k] = $8; low[k] = $9
	high[k] = $10; web[k] = $11; st[k] = $12; p50[k] = $13; p99[k] = $14
	worst[k] = $15; rate[k] = $16
}
function ms(us) { return sprintf("%.2f", us / 1000) }
function ratio(a, b) { return b > 0 ? sprintf("%.2f", a / b) : "" }
END {
	printf "\n%d dossiers on %s; CPU of the programs a request, " \
	    "median of the rounds (a tenth below, a tenth above)\n\n", \
	    size, store
	line = "%-14s %-8s %4s %6s %8s %17s %6s %6s %7s %8s %8s %8s %4s  %s\n"
	printf line, "page", "viewer", "conn", "bytes", "CPU us", \
	    "(low..high)", "nginx", "store", "ratio", "p50 ms", "p99 ms", \
	    "worst", "bad", "target"
	for (i = 1; i <= n; i++) {
		k = order[i]; r = ""; t = ""
		b = "bound-" name[k] " all 1"
		if (b in cpu) {
			r = ratio(cpu[k], cpu[b])
			t = name[k] ~ /^find/ ? "2 x its bound" : \
			    "1.4 x its bound"
		}
		if (lanes[k] == 32) {
			t = "p99/p50 " ratio(p99[k], p50[k]) ", at most 4"
			if (name[k] == "note" || name[k] == "register") {
				one = p50[name[k] " all 1"]
				t = sprintf("%.0f/s; of one's median p99 " \
				    "%.0f x, worst %.0f x, at most 20; " \
				    "of their own worst %.1f x", rate[k], \
				    p99[k] / one, worst[k] / one, \
				    worst[k] / p50[k])
			}
		} else if ((c = "commit-" name[k] " - 1") in cpu) {
			r = ratio(rate[k], rate[c])
			t = sprintf("%.0f/s, 0.5 of %.0f/s; CPU %s x", \
			    rate[k], rate[c], ratio(cpu[k], cpu[c]))
		} else if (name[k] ~ /^commit/)
			t = sprintf("%.0f/s", rate[k])
		printf line, name[k], viewer[k], lanes[k], bytes[k], \
		    sprintf("%.0f", cpu[k]), sprintf("(%.0f..%.0f)", low[k], \
		    high[k]), sprintf("%.0f", web[k]), sprintf("%.0f", \
		    st[k]), r, ms(p50[k]), ms(p99[k]), ms(worst[k]), \
		    bad[k] == 0 ? "" : bad[k], t
	}
	printf "\nworker: %.1f MB private (at most 12), %.1f MB resident " \
	    "(at most 40)\nall programs: %.1f MB PSS idle (at most 100), " \
	    "%.1f MB after\n", private / 1024, resident / 1024, \
	    pss["idle"] / 1024, pss["after"] / 1024
}
