package org.stepwell.suite.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page for whoever was woken.
 *
 * @param alerts those that it says it is of
 * @param queries what it tells to ask Prometheus, a line each
 * @param scripts what it tells to type, a block each
 */
public record Runbook(String name, String text, Set<String> alerts, List<String> queries, List<String> scripts) {

    private static final Pattern NAMED = Pattern.compile("`(\\w+)`");
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    public static List<Runbook> all(Path folder) throws IOException {
        var all = new ArrayList<Runbook>();
        for (var file : Monitoring.files(folder, ".md")) {
            all.add(read(file));
        }
        return all;
    }

    private static Runbook read(Path file) throws IOException {
        var text = Files.readString(file);
        var first = text.lines()
                .filter(line -> line.startsWith("Alerts: "))
                .findFirst()
                .orElse("");
        var alerts = NAMED.matcher(first)
                .results()
                .map(alert -> alert.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var queries = blocks(text, "promql").stream().flatMap(String::lines).toList();
        return new Runbook(file.getFileName().toString(), text, alerts, queries, blocks(text, "sh"));
    }

    private static List<String> blocks(String text, String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Blocks that say neither what to ask nor what to type: nobody looks at these. */
    long unknownBlocks() {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> !Set.of("promql", "sh").contains(block.group(1)))
                .count();
    }
}
