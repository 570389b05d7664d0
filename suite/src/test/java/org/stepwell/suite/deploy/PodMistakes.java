package org.stepwell.suite.deploy;

import static org.stepwell.suite.deploy.Mistake.API;
import static org.stepwell.suite.deploy.Mistake.at;
import static org.stepwell.suite.deploy.Mistake.mistake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes in what runs: ports, probes, pods and how many there are. */
final class PodMistakes {

    private PodMistakes() {}

    static Stream<Arguments> all() {
        return Stream.of(ports(), probes(), pods(), scaling()).flatMap(each -> each);
    }

    private static Stream<Arguments> ports() {
        return Stream.of(
                mistake(
                        "a wrong port in the pod",
                        "Deployment therapy-service",
                        object -> at(object, API + "/ports/0").put("containerPort", 8081),
                        "Deployment therapy-service: set /ports/0/containerPort to 8080 (it is 8081)"),
                mistake(
                        "a Service that leads to a port nobody has",
                        "Service therapy-service",
                        object -> at(object, "/spec/ports/0").put("targetPort", "https"),
                        "Service therapy-service leads to port https"),
                mistake(
                        "the management port in a Service",
                        "Service therapy-service",
                        object -> ((ArrayNode) object.at("/spec/ports"))
                                .addObject()
                                .put("name", "management")
                                .put("port", 9000)
                                .put("targetPort", "management"),
                        "offers the management port"),
                mistake(
                        "a route to a Service that is not there",
                        "HTTPRoute stepwell",
                        object -> at(object, "/spec/rules/0/backendRefs/0").put("name", "intake-service"),
                        "HTTPRoute stepwell leads to intake-service:8080"),
                mistake(
                        "letters that open more than links",
                        "HTTPRoute letters",
                        object -> at(object, "/spec/rules/0/matches/0/path").put("value", "/api/enrollment"),
                        "whoever reads letters comes to links alone"));
    }

    private static Stream<Arguments> probes() {
        return Stream.of(
                mistake(
                        "a missing probe",
                        "Deployment therapy-service",
                        object -> at(object, API).remove("livenessProbe"),
                        "give service a livenessProbe"),
                mistake(
                        "a probe at a path that the service lacks",
                        "Deployment therapy-service",
                        object -> at(object, API + "/readinessProbe/httpGet").put("path", "/health"),
                        "set /readinessProbe/httpGet/path to /q/health/ready"),
                mistake(
                        "a stop that cuts requests off",
                        "Deployment therapy-service",
                        object -> at(object, "/spec/template/spec").put("terminationGracePeriodSeconds", 10),
                        "give it longer to stop"));
    }

    private static Stream<Arguments> pods() {
        return Stream.of(
                mistake(
                        "root",
                        "Deployment therapy-service",
                        object -> at(object, "/spec/template/spec/securityContext")
                                .put("runAsUser", 0),
                        "set /securityContext/runAsUser to 10001 (it is 0)"),
                mistake(
                        "a disk that can be written",
                        "Job therapy-migration",
                        object -> at(object, API + "/securityContext").put("readOnlyRootFilesystem", false),
                        "Job therapy-migration: set /securityContext/readOnlyRootFilesystem to true"),
                mistake(
                        "no limit of memory",
                        "Deployment therapy-service",
                        object -> at(object, API + "/resources/limits").remove("memory"),
                        "say resources/limits/memory"),
                mistake(
                        "a namespace that lets anything run",
                        "Namespace stepwell",
                        object ->
                                at(object, "/metadata/labels").put("pod-security.kubernetes.io/enforce", "privileged"),
                        "set /metadata/labels/pod-security.kubernetes.io~1enforce to restricted"),
                mistake(
                        "an image by a tag",
                        "Deployment therapy-service",
                        object -> at(object, API).put("image", "stepwell/therapy:latest"),
                        "stepwell/therapy:latest: name the image by its digest"),
                mistake(
                        "a Service that finds the migration's pod",
                        "Service therapy-service",
                        object -> at(object, "/spec/selector").remove("app.kubernetes.io/component"),
                        "Service therapy-service finds the pods of"));
    }

    private static Stream<Arguments> scaling() {
        return Stream.of(
                mistake(
                        "a scaler without its target",
                        "HorizontalPodAutoscaler therapy-service",
                        object -> at(object, "/spec/scaleTargetRef").put("name", "therapy"),
                        "HorizontalPodAutoscaler therapy-service scales therapy, which is not there"),
                mistake(
                        "two who say how many replicas",
                        "Deployment therapy-service",
                        object -> at(object, "/spec").put("replicas", 2),
                        "Deployment therapy-service says replicas"),
                mistake(
                        "two replicas where people are treated",
                        "HorizontalPodAutoscaler therapy-service",
                        object -> at(object, "/spec").put("minReplicas", 2),
                        "Deployment therapy-service: production keeps three replicas"),
                mistake(
                        "a budget that lets all go",
                        "PodDisruptionBudget therapy-service",
                        object -> at(object, "/spec").put("maxUnavailable", 3),
                        "PodDisruptionBudget therapy-service lets 3 of 3 go at once"));
    }
}
