package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One thing that must hold in every overlay. */
interface Check {

    /** What does not hold, a sentence each that ends with what to do; nothing if all is well. */
    List<String> complaints(Rendered rendered);

    /** Everything that is looked at in what kubectl renders. */
    static List<Check> all() {
        return List.of(
                new Schemas(),
                new StrimziModels(),
                new Ports(),
                new Routes(),
                new Probes(),
                new Monitors(),
                new Traces(),
                new Schedules(),
                new Selectors(),
                new Spread(),
                new Scaling(),
                new PodSecurity(),
                new Settings(),
                new Databases(),
                new Restores(),
                new Topics(),
                new Rights(),
                new Flows(),
                new Alerts(),
                new Images(),
                new SecretsApart(),
                new SaidOnce(),
                new Steps());
    }

    static List<String> of(Rendered rendered) {
        return all().stream()
                .flatMap(check -> check.complaints(rendered).stream())
                .toList();
    }

    /** Collects sentences. */
    final class Complaints {
        private final List<String> sentences = new ArrayList<>();

        // The annotation it asks for is in a library that nothing else here needs.
        @SuppressWarnings("AnnotateFormatMethod")
        void insist(boolean holds, String otherwise, Object... words) {
            if (!holds) {
                sentences.add(otherwise.formatted(words));
            }
        }

        void same(String what, JsonNode object, String path, String value) {
            var found = object.at(path).asText();
            insist(found.equals(value), "%s: set %s to %s (it is %s)", what, path, value, found);
        }

        void same(String what, Set<String> found, Set<String> expected, String advice) {
            expected.stream()
                    .filter(each -> !found.contains(each))
                    .forEach(each -> sentences.add("%s lacks %s; %s".formatted(what, each, advice)));
            found.stream()
                    .filter(each -> !expected.contains(each))
                    .forEach(each ->
                            sentences.add("%s has %s, which nobody asks for; %s".formatted(what, each, advice)));
        }

        List<String> all() {
            return List.copyOf(sentences);
        }
    }
}
