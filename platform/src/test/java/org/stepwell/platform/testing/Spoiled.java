package org.stepwell.platform.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Bodies that would be right but for one value. */
final class Spoiled {

    private static final String HERE = "spoiled-here";

    private Spoiled() {}

    /** The body once for each value in it, which is then the next piece of JSON. */
    static List<String> of(JsonNode whole, Supplier<String> pieces) {
        return leaves(whole).stream()
                .map(leaf -> spoiled(whole.deepCopy(), leaf, pieces.get()))
                .toList();
    }

    /** The same for words of people alone. */
    static List<String> textsOf(JsonNode whole, String piece) {
        return textsIn(whole).stream()
                .map(leaf -> spoiled(whole.deepCopy(), leaf, piece))
                .toList();
    }

    /** Where words of people are. */
    static List<JsonPointer> textsIn(JsonNode whole) {
        return leaves(whole).stream().filter(leaf -> isText(whole.at(leaf))).toList();
    }

    private static List<JsonPointer> leaves(JsonNode whole) {
        var leaves = new ArrayList<JsonPointer>();
        leaves(whole, JsonPointer.empty(), leaves);
        return leaves;
    }

    /** Words of people: no codes, ids, dates and times. */
    private static boolean isText(JsonNode leaf) {
        return leaf.isTextual() && !leaf.asText().matches("[A-Z0-9_]+|[0-9a-f-]{36}|[0-9:.TZ-]+");
    }

    private static void leaves(JsonNode node, JsonPointer here, List<JsonPointer> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> leaves(field.getValue(), here.appendProperty(field.getKey()), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), here.appendIndex(i), found);
            }
        } else if (!here.matches()) {
            found.add(here);
        }
    }

    /** With this piece of JSON at one place; the body itself is changed, too. */
    static String spoiled(JsonNode whole, JsonPointer leaf, String piece) {
        say(whole, leaf, HERE);
        return whole.toString().replace("\"%s\"".formatted(HERE), piece);
    }

    /** Changes the words at one place. */
    static void say(JsonNode whole, JsonPointer leaf, String words) {
        var said = JsonNodeFactory.instance.textNode(words);
        var last = leaf.last();
        if (whole.at(leaf.head()) instanceof ObjectNode parent) {
            parent.set(last.getMatchingProperty(), said);
        } else if (whole.at(leaf.head()) instanceof ArrayNode parent) {
            parent.set(last.getMatchingIndex(), said);
        }
    }
}
