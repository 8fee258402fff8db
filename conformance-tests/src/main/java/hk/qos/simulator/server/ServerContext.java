package hk.qos.simulator.server;

import hk.qos.simulator.access.Keys;
import hk.qos.simulator.access.RequestRates;
import hk.qos.simulator.answer.Answers;
import hk.qos.simulator.fault.FaultSchedule;
import hk.qos.simulator.observe.Observations;
import hk.qos.simulator.settings.Settings;
import hk.qos.simulator.spec.Api;

/**
 * What every handler needs at hand.
 *
 * @param settings the user's
 * @param api what the documents say
 * @param answers the payloads
 * @param keys who may ask
 * @param rates how often
 * @param faults what goes wrong on demand
 * @param observations where to note what comes in
 * @param connections the stream's connections
 */
public record ServerContext(
        Settings settings,
        Api api,
        Answers answers,
        Keys keys,
        RequestRates rates,
        FaultSchedule faults,
        Observations observations,
        Connections connections) {}
