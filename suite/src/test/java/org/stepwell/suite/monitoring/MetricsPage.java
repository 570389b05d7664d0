package org.stepwell.suite.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of {@code docs/metrics.md}.
 *
 * @param ofTheServices what each of ours is asked for
 * @param ofOthers what databases, brokers, disks and certificates say of themselves, with software that is not here; by name the
 *     labels that it has, and where its author writes so
 * @param looks the alerts that are said to look at any of them
 */
record MetricsPage(Set<String> ofTheServices, Map<String, Other> ofOthers, Set<String> looks) {

    private static final Path PAGE = Monitoring.CHECKOUT.resolve("docs/metrics.md");
    private static final String OTHERS = "## Of others";
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+)` \\|", Pattern.MULTILINE);
    private static final Pattern LOOKS = Pattern.compile("^\\| `[a-z_]+` \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern ALERT = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern OTHER =
            Pattern.compile("^\\| `([a-z_]+)` \\| ([a-z_, ]*?) ?\\| ([^|]+?) \\| [^|]+ \\|$", Pattern.MULTILINE);

    /** A metric of somebody else. */
    record Other(Set<String> labels, String source) {}

    static MetricsPage read() throws IOException {
        var page = Files.readString(PAGE);
        int others = page.indexOf(OTHERS);
        var ours = new TreeSet<String>();
        ROW.matcher(page.substring(0, others)).results().forEach(row -> ours.add(row.group(1)));
        var theirs = new TreeMap<String, Other>();
        OTHER.matcher(page.substring(others))
                .results()
                .forEach(row -> theirs.put(row.group(1), new Other(labels(row.group(2)), row.group(3))));
        var looks = LOOKS.matcher(page)
                .results()
                .flatMap(cell -> ALERT.matcher(cell.group(1)).results())
                .map(alert -> alert.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return new MetricsPage(ours, theirs, looks);
    }

    private static Set<String> labels(String cell) {
        return Pattern.compile("[a-z_]+")
                .matcher(cell)
                .results()
                .map(label -> label.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The name under which a metric stands here: a histogram is one, and is said as three. */
    String row(String metric) {
        var histogram = metric.replaceAll("_(bucket|count|sum)$", "");
        return ofTheServices.contains(histogram) ? histogram : metric;
    }
}
