package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** How a patch changes a manifest. */
final class StrategicMerge {

    private StrategicMerge() {}

    /** Objects by field, lists of named things by name, everything else is replaced. */
    static void merge(ObjectNode into, ObjectNode change) {
        change.properties().forEach(entry -> {
            JsonNode old = into.get(entry.getKey());
            if (old instanceof ObjectNode known && entry.getValue() instanceof ObjectNode added) {
                merge(known, added);
            } else if (old instanceof ArrayNode known
                    && entry.getValue().path(0).has("name")) {
                mergeNamed(known, entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    /** What is new comes first, as kubectl has it. */
    private static void mergeNamed(ArrayNode list, JsonNode changes) {
        int first = 0;
        for (JsonNode change : changes) {
            ObjectNode known = named(list, change.get("name"));
            if (known == null) {
                list.insert(first++, change.deepCopy());
            } else {
                merge(known, (ObjectNode) change);
            }
        }
    }

    private static @Nullable ObjectNode named(ArrayNode list, JsonNode name) {
        for (JsonNode known : list) {
            if (name.equals(known.get("name"))) {
                return (ObjectNode) known;
            }
        }
        return null;
    }
}
