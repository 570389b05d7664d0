package org.stepwell.suite.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who scrapes our services: rules group by {@code job} and take it for the service, which a PodMonitor or a ServiceMonitor says only
 * if it is told to.
 */
final class Scraping {

    private static final String JOB = "app.kubernetes.io/name";

    private Scraping() {}

    static List<String> complaints(Path deploy) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.find(deploy, 9, (file, _) -> file.toString().endsWith(".yaml"))) {
            for (var file : (Iterable<Path>) files.sorted()::iterator) {
                for (var manifest : documents(file)) {
                    if (scrapesUs(manifest)
                            && !manifest.at("/spec/jobLabel").asText().equals(JOB)) {
                        found.add("%s of %s calls all services one job: set jobLabel to %s"
                                .formatted(manifest.path("kind").asText(), deploy.relativize(file), JOB));
                    }
                }
            }
        }
        return found;
    }

    private static boolean scrapesUs(JsonNode manifest) {
        return manifest.path("kind").asText().matches("PodMonitor|ServiceMonitor")
                && manifest.findValuesAsText("path").contains("/q/metrics");
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new ObjectMapper(new YAMLFactory())
                    .readerFor(JsonNode.class)
                    .<JsonNode>readValues(in)
                    .readAll();
        }
    }
}
