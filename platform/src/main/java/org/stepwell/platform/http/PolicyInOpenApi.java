package org.stepwell.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.stepwell.platform.access.Discloses;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.StepUp;

/**
 * Writes the policy of each operation into the API's description, as {@code x-policy}, what it discloses, as {@code
 * x-discloses}, of whom it asks for a second factor, as {@code x-second-factor}, and what all have in common.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PolicyInOpenApi implements OASFilter {

    /** Where nobody asks for whom and what for. */
    private static final Set<String> UNASKED =
            Set.of(Policy.ANYONE.name(), Policy.LINK_HOLDERS_OPEN.name(), Policy.SIGNED_IN.name());

    /** The form or the agreement names the categories. */
    private static final String AS_ASKED = "AS_ASKED";

    private final Map<String, String> policies = new HashMap<>();
    private final Map<String, List<String>> disclosed = new HashMap<>();
    private final Map<String, String> stepUps = new HashMap<>();
    private final Set<String> inATransaction = new HashSet<>();

    /** The index knows which operation carries which policy. */
    public PolicyInOpenApi(IndexView index) {
        for (var guard : index.getAnnotations(DotName.createSimple(Guard.class))) {
            var policy = guard.value().asEnum();
            var target = guard.target();
            if (target.kind() == AnnotationTarget.Kind.METHOD) {
                var method = target.asMethod();
                policies.put(operation(method), policy);
            } else {
                target.asClass().methods().forEach(method -> policies.putIfAbsent(operation(method), policy));
            }
        }
        for (var door : index.getAnnotations(DotName.createSimple(Discloses.class))) {
            var categories = door.value();
            disclosed.put(
                    operation(door.target().asMethod()),
                    categories == null ? List.of(AS_ASKED) : List.of(categories.asEnumArray()));
        }
        for (var stepUp : index.getAnnotations(DotName.createSimple(StepUp.class))) {
            var patientsToo = stepUp.value("patientsToo");
            stepUps.put(
                    operation(stepUp.target().asMethod()),
                    patientsToo == null || patientsToo.asBoolean() ? "EVERYBODY" : "STAFF");
        }
        for (var transaction : index.getAnnotations(DotName.createSimple(Transactional.class))) {
            if (transaction.target().kind() == AnnotationTarget.Kind.METHOD) {
                inATransaction.add(operation(transaction.target().asMethod()));
            }
        }
    }

    private static String operation(MethodInfo method) {
        return method.declaringClass().simpleName() + "_" + method.name();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        CallerHeaders.describe(api.getComponents());
        ProblemsInOpenApi.describe(api.getComponents());
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach(this::write));
    }

    private void write(HttpMethod method, Operation operation) {
        var policy = policies.get(operation.getOperationId());
        if (policy != null) {
            operation.addExtension("x-policy", policy);
            Optional.ofNullable(disclosed.get(operation.getOperationId()))
                    .ifPresent(categories -> operation.addExtension("x-discloses", categories));
            Optional.ofNullable(stepUps.get(operation.getOperationId()))
                    .ifPresent(who -> operation.addExtension("x-second-factor", who));
            ProblemsInOpenApi.addTo(operation);
            if (!UNASKED.contains(policy)) {
                CallerHeaders.addTo(method, operation, inATransaction.contains(operation.getOperationId()));
            }
        }
    }
}
