package org.stepwell.suite.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.strimzi.api.kafka.model.kafka.KafkaSpec;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolSpec;
import io.strimzi.api.kafka.model.topic.KafkaTopicSpec;
import io.strimzi.api.kafka.model.user.KafkaUserSpec;
import java.util.List;
import java.util.Map;

/**
 * A second opinion on Strimzi's kinds, by the classes that its operator reads them with: our schemas have the fields that we
 * believe in, these have the ones that there are. The operator itself would take an unknown field, and do nothing about it.
 */
final class StrimziModels implements Check {

    private static final Map<String, Class<?>> SPECS = Map.of(
            "Kafka", KafkaSpec.class,
            "KafkaNodePool", KafkaNodePoolSpec.class,
            "KafkaTopic", KafkaTopicSpec.class,
            "KafkaUser", KafkaUserSpec.class);

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                // What takes whatever it does not know would take a mistake.
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            })
            .build();

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        SPECS.forEach((kind, spec) -> rendered.all(kind).forEach(object -> {
            try {
                STRICT.treeToValue(object.path("spec"), spec);
            } catch (JsonMappingException unknown) {
                complaints.insist(
                        false,
                        "%s %s: Strimzi's operator does not read %s; correct it",
                        kind,
                        Rendered.name(object),
                        path(unknown));
            } catch (JsonProcessingException unreadable) {
                complaints.insist(false, "%s %s: %s", kind, Rendered.name(object), unreadable.getOriginalMessage());
            }
        }));
        return complaints.all();
    }

    private static String path(JsonMappingException unknown) {
        var path = new StringBuilder("/spec");
        unknown.getPath()
                .forEach(step ->
                        path.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
        return path.toString();
    }
}
