package org.stepwell.enrollment.reporting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.reporting.TedsField.Ask;
import org.stepwell.enrollment.reporting.TedsField.Code;
import org.stepwell.enrollment.reporting.TedsField.Condition;

/** The fields of a report and their public-use codes, as a file says them. A file that contradicts itself is refused. */
final class CodeTable {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final List<Code> NO_OR_YES =
            List.of(new Code(0, "Not reported", null, null, null), new Code(1, "Reported", null, null, null));

    private final Map<String, TedsField> fields = new LinkedHashMap<>();
    private final Map<String, Integer> flags = new LinkedHashMap<>();

    private CodeTable() {}

    private record Text(String name, String source, List<Block> fields) {}

    /** Fields that share their codes; {@code {n}} in the condition is their number. */
    private record Block(
            List<String> names,
            List<Moment> at,
            Ask ask,
            @Nullable String question,
            @Nullable Condition condition,
            List<Code> codes) {

        TedsField field(String name, Moment moment) {
            var called = at.size() > 1 ? moment.name(name) : name;
            return new TedsField(called, moment, ask, question, condition == null ? null : on(name, moment), codes);
        }

        private Condition on(String name, Moment moment) {
            var asked = java.util.Objects.requireNonNull(condition);
            var other = asked.field().replace("{n}", name.substring(name.length() - 1));
            return new Condition(moment.name(other), asked.is(), asked.isNot());
        }
    }

    static CodeTable read(String file, String json) {
        var table = new CodeTable();
        for (var block : text(file, json).fields()) {
            for (var moment : block.at()) {
                block.names().forEach(name -> table.add(file, block.field(name, moment)));
            }
        }
        table.flags.forEach((flag, _) ->
                table.add(file, new TedsField(flag, Moment.ADMISSION, Ask.DERIVED, null, null, NO_OR_YES)));
        table.fields.values().forEach(field -> CodeTableCheck.condition(file, field, table));
        return table;
    }

    private static Text text(String file, String json) {
        try {
            return JSON.readValue(json, Text.class);
        } catch (JsonProcessingException e) {
            throw new BrokenTable(file, "it is no table of codes: " + e.getOriginalMessage());
        }
    }

    private void add(String file, TedsField field) {
        CodeTableCheck.codes(file, field);
        if (fields.putIfAbsent(field.name(), field) != null) {
            throw new BrokenTable(file, "the field %s stands there twice".formatted(field.name()));
        }
        if (field.moment() == Moment.ADMISSION) {
            field.codes().stream().filter(code -> code.flag() != null).forEach(code -> {
                flags.put(java.util.Objects.requireNonNull(code.flag()), code.code());
            });
        }
    }

    /** The fields of a record, in the order of the file. */
    List<TedsField> at(Moment moment) {
        return fields.values().stream()
                .filter(field -> field.moment() == moment)
                .toList();
    }

    Optional<TedsField> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    boolean asks(String name) {
        return find(name).filter(TedsField::isAsked).isPresent();
    }

    /** Each flag of an admission, with the substance it is about. */
    Map<String, Integer> flags() {
        return Collections.unmodifiableMap(flags);
    }
}
