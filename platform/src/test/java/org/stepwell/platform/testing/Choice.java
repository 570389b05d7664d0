package org.stepwell.platform.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An optional parameter of an operation with one of the values that its description gives; a header or in the query. */
record Choice(boolean header, String name, String value) {

    /** How many and from where on: another page of the same. */
    private static final Set<String> PAGING = Set.of("after", "limit");

    /** Each parameter once for each of its values; what all operations have in common is not among them. */
    static List<Choice> of(Operation operation, Bodies bodies, Map<String, String> records) {
        return operation
                .described()
                .path("parameters")
                .valueStream()
                .filter(parameter ->
                        Set.of("header", "query").contains(parameter.path("in").asText()))
                .filter(parameter -> !parameter.path("required").asBoolean())
                .filter(parameter -> !PAGING.contains(parameter.get("name").asText()))
                .flatMap(parameter -> bodies.values(parameter, records).stream()
                        .map(value -> new Choice(
                                parameter.get("in").asText().equals("header"),
                                parameter.get("name").asText(),
                                value)))
                .toList();
    }

    String asQuery() {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
