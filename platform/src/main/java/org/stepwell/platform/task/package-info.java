/**
 * Work for the staff: a feature opens a task in the transaction of its reason, it goes from role to role until somebody takes it,
 * and every service shows its tasks in the same shape.
 */
@NullMarked
package org.stepwell.platform.task;

import org.jspecify.annotations.NullMarked;
