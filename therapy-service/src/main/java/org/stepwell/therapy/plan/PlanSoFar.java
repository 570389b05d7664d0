package org.stepwell.therapy.plan;

import java.util.List;
import java.util.Set;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.plan.PlanContent.Objective;

/**
 * What is known as a draft is signed.
 *
 * @param planned the objectives that stood in any version before
 * @param inForce those of the version that holds, as it says them
 * @param diagnoses what a problem may name, by code
 */
record PlanSoFar(Set<ObjectiveId> planned, List<Objective> inForce, Set<String> diagnoses) {}
