/* SPDX-License-Identifier: MIT */
/* CPU time of processes and their children, by the scheduler's own count. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "ask.h"

#define PIDS 64

static int pids[4][PIDS], npids[4];

double
ask_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

double
ask_cpu_own(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void
ask_cpu_group(int group, int pid)
{
	if (npids[group] < PIDS)
		pids[group][npids[group]++] = pid;
}

/* Nanoseconds on a processor; the clock ticks of stat would be too coarse. */
static double
of_one(int pid)
{
	unsigned long long ns = 0;
	char path[64];
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/schedstat", pid);
	if ((f = fopen(path, "r")) == NULL)
		return 0;
	if (fscanf(f, "%llu", &ns) != 1)
		ns = 0;
	fclose(f);
	return (double)ns / 1e9;
}

static double
of_tree(int pid)
{
	double sum = of_one(pid);
	char path[64];
	int child;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/task/%d/children", pid, pid);
	if ((f = fopen(path, "r")) == NULL)
		return sum;
	while (fscanf(f, "%d", &child) == 1)
		sum += of_tree(child);
	fclose(f);
	return sum;
}

void
ask_cpu_read(double out[4])
{
	int g, i;

	for (g = 0; g < 4; g++)
		for (out[g] = 0, i = 0; i < npids[g]; i++)
			out[g] += of_tree(pids[g][i]);
}
