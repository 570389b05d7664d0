package org.stepwell.aftercare.checkin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** Check-ins as they are typed: held to their constraints, put together from parts, and written down whole. */
@Singleton
class CheckInJson {

    private static final Set<String> FIELDS = fields();

    private final ObjectMapper json;
    private final Validator validator;

    CheckInJson(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    private static Set<String> fields() {
        var names = new LinkedHashSet<String>();
        for (var component : CheckInForm.class.getRecordComponents()) {
            names.add(component.getName());
        }
        return names;
    }

    /**
     * The form, if each value is one that may be; of whoever names a thought of suicide nothing is refused: what makes no sense is left
     * out of the answers, and kept with all that was sent.
     */
    CheckInForm held(CheckInForm form, String at) {
        var wrong = validator.validate(form);
        if (wrong.isEmpty()) {
            return form;
        }
        if (form.namesSuicide()) {
            return read(
                    tree(form).without(wrong.stream().map(CheckInJson::field).toList()));
        }
        var errors = new ArrayList<FieldError>();
        wrong.forEach(one -> errors.add(new FieldError(at + "/" + field(one), one.getMessage())));
        throw new Refusal(
                HttpRule.INVALID_REQUEST,
                "%s: %s"
                        .formatted(
                                errors.getFirst().pointer(), errors.getFirst().detail()),
                errors);
    }

    /** What was typed before, with what is typed now in its place, and without what was emptied. */
    CheckInForm together(CheckInForm before, CheckInForm now, Collection<String> emptied) {
        var whole = tree(before);
        whole.setAll(tree(now));
        whole.remove(List.copyOf(emptied));
        return read(whole);
    }

    /** Refuses names that no field has. */
    static void mustBeFields(Collection<String> emptied) {
        emptied.stream().filter(name -> !FIELDS.contains(name)).findFirst().ifPresent(name -> {
            var expected = "fields of a check-in: " + String.join(", ", FIELDS);
            throw new Refusal(HttpRule.INVALID_REQUEST, expected, List.of(new FieldError("/emptied", expected)));
        });
    }

    /** The same as the check-in of the week that ends on a day. */
    CheckInForm ofWeek(CheckInForm form, LocalDate dueOn) {
        return read(tree(form).put("dueOn", dueOn.toString()));
    }

    String written(CheckInForm form) {
        return tree(form).toString();
    }

    CheckInForm read(String written) {
        try {
            return json.readValue(written, CheckInForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a check-in could not be read", e);
        }
    }

    private CheckInForm read(JsonNode tree) {
        return read(tree.toString());
    }

    private ObjectNode tree(CheckInForm form) {
        ObjectNode tree = json.valueToTree(form);
        var unsaid = FIELDS.stream().filter(name -> !tree.hasNonNull(name)).toList();
        return tree.without(unsaid);
    }

    private static String field(ConstraintViolation<CheckInForm> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            return String.valueOf(node.getName());
        }
        return "";
    }
}
