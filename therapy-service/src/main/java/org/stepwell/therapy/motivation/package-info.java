/** Motivational interviewing: what a patient says for and against change, and how ready they are over time. */
@NullMarked
package org.stepwell.therapy.motivation;

import org.jspecify.annotations.NullMarked;
