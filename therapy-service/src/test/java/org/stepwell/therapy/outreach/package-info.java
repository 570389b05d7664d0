@NullMarked
package org.stepwell.therapy.outreach;

import org.jspecify.annotations.NullMarked;
