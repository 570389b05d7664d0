package org.stepwell.suite.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The tables of {@code docs/metrics.md}.
 *
 * @param ofTheServices what each of ours is asked for
 * @param ofOthers what databases, disks and certificates say of themselves, with software that is not here
 */
record MetricsPage(Set<String> ofTheServices, Set<String> ofOthers) {

    private static final Path PAGE = Monitoring.CHECKOUT.resolve("docs/metrics.md");
    private static final String OTHERS = "## Of others";
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+)` \\|", Pattern.MULTILINE);

    static MetricsPage read() throws IOException {
        var page = Files.readString(PAGE);
        int others = page.indexOf(OTHERS);
        return new MetricsPage(names(page.substring(0, others)), names(page.substring(others)));
    }

    private static Set<String> names(String tables) {
        var names = new TreeSet<String>();
        ROW.matcher(tables).results().forEach(row -> names.add(row.group(1)));
        return names;
    }

    /** The name under which a metric stands here: a histogram is one, and is said as three. */
    String row(String metric) {
        var histogram = metric.replaceAll("_(bucket|count|sum)$", "");
        return ofTheServices.contains(histogram) ? histogram : metric;
    }
}
