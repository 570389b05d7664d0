package org.stepwell.suite.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of Prometheus' language as is needed to say which metrics a query asks for, by which labels and values.
 *
 * @param selected each metric with what it is selected by
 * @param groupings the labels of each {@code by} and {@code on}
 * @param grouped all labels that answers are grouped by; of any of the metrics
 * @param sums whether something is added up, or the like, without a word by what
 */
record PromQl(List<Selected> selected, List<Set<String>> groupings, Set<String> grouped, boolean sums) {

    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SUMS = Pattern.compile("\\b(?:sum|max|min|avg|count)\\s*\\(");
    private static final Pattern SPAN = Pattern.compile("\\[[^]]*]|\\boffset\\s+\\w+");
    private static final Pattern SELECTOR = Pattern.compile(
            "(?<![\\w.:])([a-zA-Z_:][\\w:]*+)(?!\\s*\\()\\s*(?:\\{((?:[^\"{}]|\"(?:\\\\.|[^\"\\\\])*\")*)})?");
    private static final Pattern MATCH = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:\\\\.|[^\"\\\\])*)\"");
    private static final Pattern EITHER = Pattern.compile("([\\w-]*)\\(([\\w|-]+)\\)([\\w-]*)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "inf", "nan");

    /** A label that a metric is selected by, and the values it must have. */
    record Match(String label, String operator, String value) {

        /** Whether somebody must have said such a value; whoever leaves one out may never have seen it. */
        boolean demands() {
            return operator.startsWith("=") && !value.isEmpty();
        }

        boolean allows(String said) {
            return operator.equals("=") ? said.equals(value) : said.matches(value);
        }

        /** What is said as "this or that" is a demand for each: {@code a-(b|c)} for {@code a-b} and for {@code a-c}. */
        List<Match> each() {
            var either = EITHER.matcher(value.contains("(") ? value : "(" + value + ")");
            if (!operator.equals("=~") || !either.matches()) {
                return List.of(this);
            }
            return Arrays.stream(either.group(2).split("\\|", -1))
                    .map(one -> new Match(label, "=", either.group(1) + one + either.group(3)))
                    .toList();
        }
    }

    /** A metric as a query selects it. */
    record Selected(String metric, List<Match> matches) {

        Set<String> labels() {
            return matches.stream().map(Match::label).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static PromQl read(String query) {
        var groupings = new ArrayList<Set<String>>();
        var grouped = new TreeSet<String>();
        GROUPING.matcher(query).results().forEach(group -> {
            var labels = Arrays.stream(group.group(2).split(","))
                    .map(String::strip)
                    .filter(label -> !label.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            grouped.addAll(labels);
            if (Set.of("by", "on").contains(group.group(1))) {
                groupings.add(labels);
            }
        });
        var rest = SPAN.matcher(GROUPING.matcher(query).replaceAll(" ")).replaceAll(" ");
        var selected = SELECTOR.matcher(rest)
                .results()
                .filter(found -> !WORDS.contains(found.group(1)))
                .map(found ->
                        new Selected(found.group(1), found.group(2) == null ? List.of() : matches(found.group(2))))
                .toList();
        return new PromQl(selected, groupings, grouped, SUMS.matcher(query).find());
    }

    private static List<Match> matches(String selector) {
        return MATCH.matcher(selector)
                .results()
                .map(match -> new Match(match.group(1), match.group(2), match.group(3)))
                .toList();
    }
}
