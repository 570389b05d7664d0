package org.stepwell.suite.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * As much of Prometheus' language as is needed to say which metrics a query asks for, and by which labels.
 *
 * @param selected each metric with the labels that it is selected by
 * @param grouped the labels that answers are grouped by; of any of the metrics
 */
record PromQl(List<Selected> selected, Set<String> grouped) {

    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SPAN = Pattern.compile("\\[[^]]*]|\\boffset\\s+\\w+");
    private static final Pattern SELECTOR = Pattern.compile(
            "(?<![\\w.:])([a-zA-Z_:][\\w:]*+)(?!\\s*\\()\\s*(?:\\{((?:[^\"{}]|\"(?:\\\\.|[^\"\\\\])*\")*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "inf", "nan");

    /** A metric as a query selects it. */
    record Selected(String metric, Set<String> labels) {}

    static PromQl read(String query) {
        var grouped = new TreeSet<String>();
        GROUPING.matcher(query)
                .results()
                .flatMap(group -> Arrays.stream(group.group(1).split(",")))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .forEach(grouped::add);
        var rest = SPAN.matcher(GROUPING.matcher(query).replaceAll(" ")).replaceAll(" ");
        var selected = new ArrayList<Selected>();
        SELECTOR.matcher(rest)
                .results()
                .filter(found -> !WORDS.contains(found.group(1)))
                .forEach(found -> {
                    var labels = new TreeSet<String>();
                    if (found.group(2) != null) {
                        LABEL.matcher(found.group(2)).results().forEach(label -> labels.add(label.group(1)));
                    }
                    selected.add(new Selected(found.group(1), labels));
                });
        return new PromQl(selected, grouped);
    }
}
