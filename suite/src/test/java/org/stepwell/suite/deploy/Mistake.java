package org.stepwell.suite.deploy;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.params.provider.Arguments;

/** Words for making a mistake in one object of what was rendered. */
final class Mistake {

    static final String API = "/spec/template/spec/containers/0";

    private Mistake() {}

    static Arguments mistake(String what, String where, Consumer<ObjectNode> spoil, String sentence) {
        var kindAndName = where.split(" ", 2);
        Consumer<Rendered> spoilt = rendered ->
                spoil.accept(rendered.named(kindAndName[0], kindAndName[1]).orElseThrow());
        return arguments(what, spoilt, sentence);
    }

    static ObjectNode at(ObjectNode object, String path) {
        return (ObjectNode) object.at(path);
    }

    static void variable(ObjectNode object, String name, String value) {
        ((ArrayNode) object.at(API + "/env")).addObject().put("name", name).put("value", value);
    }
}
