/**
 * Applications for jobs, from the first draft to the hours of the job that was accepted. When somebody can not come is scheduling's to know:
 * the hours are shown here as it takes them, and whoever hands them over says so.
 */
@NullMarked
package org.stepwell.therapy.job;

import org.jspecify.annotations.NullMarked;
